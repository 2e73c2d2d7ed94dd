import ShieldOutlined from '@mui/icons-material/VerifiedUserOutlined';
import { Box, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../shared/Facts';
import { formatDateTime } from '../shared/format';
import { useFormat } from '../shared/useFormat';
import { useHistorySeal } from './useHistory';

/** How far the history is sealed; tapped, it says what a seal is good for. */
export function SealLine() {
  const translate = useTranslate();
  const format = useFormat();
  const seal = useHistorySeal();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!seal) return null;
  const sealed =
    seal.head === null
      ? translate('app.history.notSealed')
      : translate('app.history.sealLine', {
          count: format.number(seal.sealedEntries),
          head: seal.head.slice(0, 8),
        });
  const waiting =
    seal.waitingEntries > 0 &&
    translate('app.history.sealWaiting', { count: format.number(seal.waitingEntries) });
  return (
    <Box sx={{ mb: 2 }}>
      <Box
        component="button"
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          p: 0,
          border: 0,
          bgcolor: 'transparent',
          font: 'inherit',
          fontSize: 14,
          color: 'text.secondary',
          textAlign: 'left',
          cursor: 'pointer',
          minHeight: { xs: 44, sm: 'auto' },
          '&:hover': { color: 'text.primary' },
        }}
      >
        <ShieldOutlined sx={{ fontSize: 18, color: seal.head === null ? 'inherit' : 'success.main' }} />
        {[sealed, waiting].filter(Boolean).join(', ')}
      </Box>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { p: 2, width: 420, maxWidth: 'calc(100vw - 32px)' } } }}
      >
        <Typography variant="h3" component="h2">
          {translate('app.history.sealTitle')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, mb: 1.5 }}>
          {translate('app.history.sealTeach')}
        </Typography>
        <Facts
          facts={[
            [translate('app.history.sealCount'), format.number(seal.sealedEntries)],
            [translate('app.history.sealWait'), format.number(seal.waitingEntries)],
            [translate('app.history.sealAt'), formatDateTime(seal.sealedAt)],
            [translate('app.history.sealHead'), seal.head],
          ]}
        />
      </Popover>
    </Box>
  );
}

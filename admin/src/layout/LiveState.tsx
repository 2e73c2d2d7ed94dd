import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLive } from '../providers/live';
import { useMe } from '../providers/me';
import { formatTime } from '../shared/format';

/** "Cập nhật 14:32" while the stream is open; while it is lost, that we are trying again by ourselves. */
export function LiveState() {
  const translate = useTranslate();
  const { state, updatedAt } = useLive();
  const offsetMs = useMe()?.clock.offsetMs ?? 0;
  const lost = state === 'lost';
  const Icon = lost ? CloudOffOutlined : SyncOutlined;
  return (
    <Box
      role="status"
      aria-live="polite"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        fontSize: 14,
        color: lost ? 'warning.main' : 'text.secondary',
        whiteSpace: 'nowrap',
      }}
    >
      <Icon sx={{ fontSize: 18 }} aria-hidden />
      {lost
        ? translate('app.live.lost')
        : translate('app.live.updated', { time: formatTime(updatedAt + offsetMs) })}
    </Box>
  );
}

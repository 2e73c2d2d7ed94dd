import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { QrCode } from '../../access/QrCode';
import type { IssuedLink } from '../../providers/types';
import { CopyButton } from '../../shared/CopyButton';
import { formatDateTime } from '../../shared/format';
import { addressOf, useLinkMessage } from './links';
import { SlipSheet } from './Slips';

/** One link, shown once: to hand over on paper, by Zalo, or straight from the screen. Closed by its button only. */
export function IssuedLinkDialog({ link, onClose }: { link: IssuedLink; onClose: () => void }) {
  const translate = useTranslate();
  const messageOf = useLinkMessage();
  const { person, login } = link.account;
  return (
    <Dialog open fullWidth maxWidth="sm">
      <DialogTitle>{translate('app.account.linkOf', { name: person.fullName })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{translate('app.account.linkTeach')}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, alignItems: 'center' }}>
          <QrCode
            text={addressOf(link)}
            label={translate('app.slip.qr', { name: person.fullName })}
            size={168}
          />
          <Box sx={{ flex: '1 1 200px' }}>
            <Box>
              {translate('ra.auth.username')}: <strong>{login}</strong>
            </Box>
            <Box sx={{ color: 'text.secondary', fontSize: 14 }}>
              {translate('app.slip.until', { at: formatDateTime(link.expiresAt) })}
            </Box>
          </Box>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" autoFocus startIcon={<PrintOutlined />} onClick={() => window.print()}>
            {translate('app.slip.printOne')}
          </Button>
          <CopyButton
            variant="outlined"
            label={translate('app.slip.copyZalo')}
            text={() => messageOf(link)}
          />
          <CopyButton label={translate('app.slip.copyLink')} text={() => addressOf(link)} />
        </Box>
        <SlipSheet links={[link]} />
      </DialogContent>
      <DialogActions sx={{ p: 2, pt: 0 }}>
        <Button onClick={onClose}>{translate('app.slip.handedOver')}</Button>
      </DialogActions>
    </Dialog>
  );
}

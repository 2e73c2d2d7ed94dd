import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMe } from '../providers/me';
import { formatDate, formatTime, localDateOf } from './format';
import { useBusinessNow } from './useBusinessNow';
import { useCommuneName } from './useCommuneName';

/** On paper only: whose page this is, who printed it and when. */
export function PrintHead() {
  const translate = useTranslate();
  const communeName = useCommuneName();
  const name = useMe()?.person?.fullName ?? '';
  const now = useBusinessNow();
  const at = `${formatTime(now)}, ${formatDate(localDateOf(now))}`;
  return (
    <Box sx={{ display: 'none', '@media print': { display: 'block', mb: 1 } }}>
      {[communeName, translate('app.history.printed', { at, name })].filter(Boolean).join(' · ')}
    </Box>
  );
}

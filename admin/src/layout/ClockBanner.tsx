import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMe } from '../providers/me';
import { formatDate, formatTime, localDateOf } from '../shared/format';
import { useFormat } from '../shared/useFormat';
import { useBusinessNow } from '../shared/useBusinessNow';

/** Says so whenever the figures are invented or the day is assumed, on every page and on paper. */
export function ClockBanner() {
  const translate = useTranslate();
  const format = useFormat();
  const me = useMe();
  const now = useBusinessNow();
  const isSample = me?.commune?.isSample ?? false;
  const assumed = me?.clock.assumed ?? false;
  if (!isSample && !assumed) return null;
  const today = localDateOf(now);
  const parts = [
    ...(isSample ? [translate('app.banner.sample')] : []),
    ...(assumed
      ? [
          translate('app.banner.assumed', {
            weekday: format.weekday(today),
            date: formatDate(today),
            time: formatTime(now),
          }),
        ]
      : []),
  ];
  return (
    <Box
      role="status"
      sx={(theme) => ({
        bgcolor: theme.tokens.attentionWash,
        color: theme.tokens.attention,
        borderBottom: `1px solid ${theme.tokens.hairline}`,
        fontSize: 13,
        lineHeight: 1.45,
        textAlign: 'center',
        px: 2,
        py: 0.5,
      })}
    >
      {parts.join(' · ')}
    </Box>
  );
}

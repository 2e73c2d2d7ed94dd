import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusWord } from '../shared/Status';
import type { Clock } from './clocks';

/** "còn 1 ngày làm việc", "quá hạn 2 ngày": with a shape once it presses. */
export function ClockWord({ clock }: { clock: Clock }) {
  const translate = useTranslate();
  const text = translate(`app.clockLeft.${clock.key}`, { smart_count: clock.count });
  if (clock.tone === 'calm') {
    return (
      <Box component="span" sx={{ fontSize: 14, color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {text}
      </Box>
    );
  }
  return <StatusWord status={clock.tone === 'late' ? 'BEHIND' : 'ATTENTION'} text={text} />;
}

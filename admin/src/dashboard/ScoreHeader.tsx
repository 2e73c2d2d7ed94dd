import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scoreboard } from '../providers/types';
import { useCommuneName } from '../shared/useCommuneName';
import { daysBetween, formatDate, formatDateTime } from '../shared/format';

/** Whose plan, how much of its time is gone, and how fresh the figures are. */
export function ScoreHeader({ scoreboard }: { scoreboard: Scoreboard }) {
  const translate = useTranslate();
  const { plan, today, asOf } = scoreboard;
  const commune = useCommuneName();
  const total = Math.max(1, daysBetween(plan.startsOn, plan.endsOn) + 1);
  const gone = Math.min(total, Math.max(0, daysBetween(plan.startsOn, today) + 1));
  const left = daysBetween(today, plan.endsOn);
  const leftText =
    left >= 0
      ? translate('app.dashboard.daysLeft', { smart_count: left })
      : translate('app.dashboard.ended', { date: formatDate(plan.endsOn) });
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 4, rowGap: 1.5, mb: 2.5 }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography variant="h1" sx={{ textWrap: 'balance' }}>
          {commune && `${commune}\u00a0· `}
          {translate('app.dashboard.planOfYear', { year: String(plan.year) })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {plan.title}
        </Typography>
      </Box>
      <Box sx={{ flex: '0 1 340px', minWidth: 240 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: 14, mb: 0.5 }}>
          <Box component="strong" sx={{ fontWeight: 600 }}>
            {leftText}
          </Box>
          <Box sx={{ color: 'text.secondary' }}>{formatDate(plan.endsOn)}</Box>
        </Box>
        <LinearProgress
          variant="determinate"
          value={(gone / total) * 100}
          aria-label={translate('app.dashboard.timeGone', { gone, total })}
          sx={{
            height: 6,
            borderRadius: 99,
            bgcolor: 'divider',
            '& .MuiLinearProgress-bar': { bgcolor: 'text.secondary' },
          }}
        />
        <Box sx={{ fontSize: 13, color: 'text.secondary', mt: 0.5 }}>
          {asOf
            ? translate('app.dashboard.asOf', { at: formatDateTime(asOf) })
            : translate('app.dashboard.notComputed')}
        </Box>
      </Box>
    </Box>
  );
}

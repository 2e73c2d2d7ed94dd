import { Box } from '@mui/material';
import type { ScoreboardCell } from '../providers/types';
import { shownStatus, statusColor } from './Status';

interface TargetBarProps {
  cell: ScoreboardCell;
  targetPercent: number | null;
  height?: number;
}

const clamp = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;

/** A value on its way: the bar is what is done, the tall tick the target, the small diamond today's place on the path. */
export function TargetBar({ cell, targetPercent, height = 4 }: TargetBarProps) {
  const { basisPoints, expectedPercent } = cell;
  const reach = height + 6;
  return (
    <Box aria-hidden sx={{ position: 'relative', height: reach, width: '100%' }}>
      <Box
        sx={{
          position: 'absolute',
          insetInline: 0,
          top: 3,
          height,
          borderRadius: 99,
          bgcolor: 'divider',
          overflow: 'hidden',
        }}
      >
        <Box
          sx={(theme) => ({
            height: '100%',
            width: clamp((basisPoints ?? 0) / 100),
            bgcolor: statusColor(theme, shownStatus(cell)),
            printColorAdjust: 'exact',
          })}
        />
      </Box>
      {expectedPercent !== null && (
        <Box
          sx={{
            position: 'absolute',
            left: clamp(expectedPercent),
            top: 3 + height / 2 - 3,
            width: 6,
            height: 6,
            ml: '-3px',
            transform: 'rotate(45deg)',
            bgcolor: 'background.paper',
            border: '1.5px solid',
            borderColor: 'text.secondary',
          }}
        />
      )}
      {targetPercent !== null && (
        <Box
          sx={{
            position: 'absolute',
            left: clamp(targetPercent),
            top: 0,
            width: 2,
            height: reach,
            ml: '-1px',
            bgcolor: 'text.primary',
          }}
        />
      )}
    </Box>
  );
}

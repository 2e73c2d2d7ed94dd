import { Box } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { CellStatus, ScoreboardCell, Severity } from '../providers/types';

/** The tone of a status. Colour never stands alone: each tone has its shape and its word. */
type Tone = 'good' | 'attention' | 'behind' | 'none';

const toneOf: Record<CellStatus, Tone> = {
  MET: 'good',
  ON_TRACK: 'good',
  ATTENTION: 'attention',
  BEHIND: 'behind',
  NO_DATA: 'none',
  NO_TARGET: 'none',
};

export const statusColor = (theme: Theme, status: CellStatus): string => theme.tokens[toneOf[status]];

/** ● on track or met, ▲ needs attention, ■ behind, ○ no data; an indicator without a target wears none. */
function ShapePath({ status }: { status: CellStatus }) {
  switch (status) {
    case 'MET':
    case 'ON_TRACK':
      return <circle cx="6" cy="6" r="4.5" fill="currentColor" />;
    case 'ATTENTION':
      return <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />;
    case 'BEHIND':
      return <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />;
    case 'NO_DATA':
      return <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case 'NO_TARGET':
      return null;
  }
}

export function StatusShape({ status, size = 12 }: { status: CellStatus; size?: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 12 12"
      aria-hidden
      sx={(theme) => ({ width: size, height: size, flexShrink: 0, color: statusColor(theme, status) })}
    >
      <ShapePath status={status} />
    </Box>
  );
}

/** "Exactly 80 %" under "more than 80 %" is close, but not there: it must not wear the colour of success. */
export function shownStatus(cell: ScoreboardCell): CellStatus {
  // A hidden figure wears no shape either: it would tell on which side of the path the figure is.
  if (cell.hidden) return 'NO_TARGET';
  return cell.exactlyAtTarget ? 'ATTENTION' : cell.status;
}

export function CellWord({ cell, targetPercent }: { cell: ScoreboardCell; targetPercent: number | null }) {
  const translate = useTranslate();
  if (cell.hidden) {
    return (
      <Box component="span" sx={{ fontSize: 13, lineHeight: 1.35, color: 'text.secondary' }}>
        {translate('app.hidden.why')}
      </Box>
    );
  }
  const exactly = cell.exactlyAtTarget
    ? translate('app.status.exactlyAt', { percent: targetPercent ?? 0 })
    : undefined;
  return <StatusWord status={shownStatus(cell)} text={exactly} />;
}

export function StatusWord({ status, text }: { status: CellStatus; text?: string }) {
  const translate = useTranslate();
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        color: statusColor(theme, status),
        fontSize: 14,
        fontWeight: 500,
      })}
    >
      {status !== 'NO_TARGET' && <StatusShape status={status} />}
      {text ?? translate(`app.status.${status}`)}
    </Box>
  );
}

export const statusOfSeverity = (severity: Severity): CellStatus =>
  severity === 'RED' ? 'BEHIND' : 'ATTENTION';

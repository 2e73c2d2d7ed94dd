import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ScoreboardCell, ScoreboardFlag, ScoreboardIndicator } from '../providers/types';
import { StatusShape, statusOfSeverity } from '../shared/Status';
import { useFormat } from '../shared/useFormat';
import { gapTenths } from './gap';

interface FlagLineProps {
  flag: ScoreboardFlag;
  /** Given where room is short: the gap is said from the village's own figures instead of the whole sentence. */
  brief?: { cells: ScoreboardCell[]; indicators: ScoreboardIndicator[] };
}

/** A warning as the sentence it is, leading to its reason. */
export function FlagLine({ flag, brief }: FlagLineProps) {
  const format = useFormat();
  const sentence = format.pick(flag.sentenceVi, flag.sentenceEn);
  const short = useBriefSentence(flag, brief);
  return (
    <Box sx={{ display: 'flex', gap: 0.75, fontSize: 14, lineHeight: 1.4, '& svg': { mt: '4px' } }}>
      <StatusShape status={statusOfSeverity(flag.severity)} size={11} />
      <Box
        component={Link}
        to={`/lag-flags/${flag.id}/show`}
        title={short ? sentence : undefined}
        sx={{ color: 'text.primary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
      >
        {short ?? sentence}
      </Box>
    </Box>
  );
}

function useBriefSentence(flag: ScoreboardFlag, brief: FlagLineProps['brief']): string | null {
  const translate = useTranslate();
  const format = useFormat();
  const cell = brief?.cells.find((one) => one.indicatorCode === flag.indicatorCode);
  const indicator = brief?.indicators.find((one) => one.code === flag.indicatorCode);
  const gap = cell && gapTenths(cell);
  if (!indicator || !gap || gap <= 0) return null;
  return translate('app.dashboard.behindBy', {
    name: format.pick(indicator.shortVi, indicator.shortEn),
    points: format.percent(gap / 10).replace('%', ''),
  });
}

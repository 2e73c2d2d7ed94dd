import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScoreboardIndicator, ScoreboardVillage } from '../providers/types';
import { formatTarget } from '../shared/format';
import { CellWord } from '../shared/Status';
import { TargetBar } from '../shared/TargetBar';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';

export function VillageTiles({
  village,
  indicators,
}: {
  village: ScoreboardVillage;
  indicators: ScoreboardIndicator[];
}) {
  const translate = useTranslate();
  const format = useFormat();
  const figure = useCellFigure();
  return (
    <Box
      component="section"
      aria-label={translate('app.dashboard.cards')}
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(3, 1fr)', xl: 'repeat(6, 1fr)' },
      }}
    >
      {indicators.map((indicator) => {
        const cell = village.cells.find((one) => one.indicatorCode === indicator.code);
        if (!cell) return null;
        return (
          <Paper key={indicator.code} sx={{ p: 1.5, display: 'grid', gap: 0.25, alignContent: 'start' }}>
            <Box sx={{ fontSize: 14, lineHeight: 1.35 }}>
              {format.pick(indicator.shortVi, indicator.shortEn)}{' '}
              <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {formatTarget(indicator.comparator, indicator.targetPercent)}
              </Box>
            </Box>
            <Box sx={{ fontSize: cell.basisPoints === null ? 15 : 24, fontWeight: 600, lineHeight: 1.4 }}>
              {figure(cell)}
            </Box>
            <Box sx={{ fontSize: 13, color: 'text.secondary', minHeight: 19 }}>
              {cell.numerator !== null &&
                `${format.number(cell.numerator)} / ${format.number(cell.denominator)}`}
            </Box>
            <TargetBar cell={cell} targetPercent={indicator.targetPercent} />
            <CellWord cell={cell} targetPercent={indicator.targetPercent} />
          </Paper>
        );
      })}
    </Box>
  );
}

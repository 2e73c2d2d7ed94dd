import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useIndicators, useScoreboard } from '../../dashboard/useScoreboard';
import type { Indicator, ScoreboardIndicator } from '../../providers/types';
import { formatDate, formatTarget } from '../../shared/format';
import { PageSkeleton } from '../../shared/PageSkeleton';
import { Problem } from '../../shared/Problem';
import { CellWord } from '../../shared/Status';
import { TargetBar } from '../../shared/TargetBar';
import { useDocumentTitle } from '../../shared/useDocumentTitle';
import { useCellFigure } from '../../shared/useCellFigure';
import { useFormat } from '../../shared/useFormat';

/** Chỉ tiêu: what the plan promises, how each promise is counted, and how the commune stands. */
export function IndicatorList() {
  const translate = useTranslate();
  const title = translate('app.nav.indicators');
  useDocumentTitle(title);
  const catalogue = useIndicators();
  const { data: scoreboard, error, isPending, refetch } = useScoreboard();
  if (isPending) return <PageSkeleton />;
  if (!scoreboard) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 720, mb: 2 }}>
        {translate('app.indicator.intro')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {scoreboard.indicators.map((indicator) => (
          <IndicatorRow
            key={indicator.code}
            indicator={indicator}
            definition={catalogue.get(indicator.code)}
          />
        ))}
      </Box>
    </>
  );
}

function IndicatorRow({
  indicator,
  definition,
}: {
  indicator: ScoreboardIndicator;
  definition: Indicator | undefined;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const figure = useCellFigure();
  const { commune } = indicator;
  const target = formatTarget(indicator.comparator, indicator.targetPercent);
  const comparatorWords =
    indicator.comparator === null
      ? translate('app.indicator.noTarget')
      : translate(`app.comparator.${indicator.comparator}`, { percent: indicator.targetPercent ?? 0 });
  return (
    <Paper
      component="section"
      sx={{
        p: { xs: 2, sm: 2.5 },
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 260px' },
        gap: { xs: 1.5, md: 4 },
      }}
    >
      <Box>
        <Typography variant="h3" component="h2">
          {format.pick(indicator.nameVi, indicator.nameEn)}
        </Typography>
        <Box sx={{ mt: 0.5 }}>
          {comparatorWords}
          {indicator.dueOn && ` · ${translate('app.why.by', { date: formatDate(indicator.dueOn) })}`}
        </Box>
        {definition && (
          <Box sx={{ mt: 1, fontSize: 14, color: 'text.secondary', display: 'grid', gap: 0.25 }}>
            <span>
              {translate('app.why.numerator')}: {format.pick(definition.numeratorVi, definition.numeratorEn)}
            </span>
            <span>
              {translate('app.why.denominator')}:{' '}
              {format.pick(definition.denominatorVi, definition.denominatorEn)}
            </span>
            <span>
              {translate('app.why.source')}: {translate(`app.source.${definition.source}`)}
              {' · '}
              {translate(
                definition.grains.includes('VILLAGE')
                  ? 'app.indicator.byVillage'
                  : 'app.indicator.communeOnly',
              )}
              {' · '}
              {translate('app.indicator.clause', { code: indicator.clauseCode })}
            </span>
          </Box>
        )}
      </Box>
      <Box>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
          <Box sx={{ fontSize: commune.basisPoints === null ? 16 : 28, fontWeight: 600 }}>
            {figure(commune)}
          </Box>
          <Box sx={{ color: 'text.secondary' }}>{target}</Box>
        </Box>
        {commune.numerator !== null && (
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {format.number(commune.numerator)} / {format.number(commune.denominator)}
          </Box>
        )}
        <TargetBar cell={commune} targetPercent={indicator.targetPercent} height={6} />
        <CellWord cell={commune} targetPercent={indicator.targetPercent} />
      </Box>
    </Paper>
  );
}

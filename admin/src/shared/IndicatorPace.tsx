import { Box, Skeleton, ToggleButton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { query } from '../providers/client';
import { indicatorHistoryQuery } from '../providers/documents';
import type { IndicatorPoint, PlanTarget, ScoreboardIndicator } from '../providers/types';
import { formatDate, formatTarget } from './format';
import { useCellFigure } from './useCellFigure';
import { useFormat } from './useFormat';

// The chart library is the heaviest part of the panel; it comes only when a chart is looked at.
const PaceChart = lazy(() => import('./PaceChart'));

interface IndicatorPaceProps {
  /** Null for the commune, whose weekly points come with the scoreboard. */
  villageId: string | null;
  indicator: ScoreboardIndicator;
  plan: { id: string; startsOn: string; endsOn: string };
}

/** A figure over time against the path it should take and the target at the end, as a chart or as a table. */
export function IndicatorPace({ villageId, indicator, plan }: IndicatorPaceProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { data: history, isLoading } = useQuery({
    queryKey: ['indicatorHistory', villageId, indicator.code],
    enabled: villageId !== null,
    queryFn: () =>
      query<{ indicatorHistory: IndicatorPoint[] }>(indicatorHistoryQuery, {
        orgUnitId: villageId,
        indicatorCode: indicator.code,
        from: plan.startsOn,
      }).then((answer) => answer.indicatorHistory),
  });
  const points = villageId === null ? indicator.trend : history;
  const { data: targets } = useGetList<PlanTarget>('plan-targets', {
    filter: { planId: plan.id },
    pagination: { page: 1, perPage: 50 },
  });
  const target = targets?.find((one) => one.indicatorCode === indicator.code);
  const isAllHidden = Boolean(points?.length) && points?.every((point) => point.hidden);
  const title = translate('app.chart.pace', { name: format.pick(indicator.shortVi, indicator.shortEn) });

  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Box component="figcaption" sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <ToggleButton
          className="no-print"
          value="table"
          size="small"
          selected={asTable}
          onChange={() => setAsTable(!asTable)}
        >
          {translate('app.chart.table')}
        </ToggleButton>
      </Box>
      {isLoading && <Skeleton variant="rounded" height={220} />}
      {points && points.length === 0 && (
        <Typography sx={{ color: 'text.secondary', py: 3 }}>{translate('app.chart.empty')}</Typography>
      )}
      {points && points.length > 0 && asTable && <PointsTable points={points} />}
      {isAllHidden && !asTable && (
        <Typography sx={{ color: 'text.secondary', py: 3 }}>{translate('app.hidden.chart')}</Typography>
      )}
      {points && points.length > 0 && !isAllHidden && !asTable && (
        <Suspense fallback={<Skeleton variant="rounded" height={220} />}>
          <PaceChart
            label={title}
            points={points}
            from={plan.startsOn}
            to={plan.endsOn}
            path={
              target && target.targetPercent !== null
                ? {
                    from: target.startsOn,
                    to: target.dueOn,
                    baselinePercent: target.baselinePercent,
                    targetPercent: target.targetPercent,
                    targetText: formatTarget(target.comparator, target.targetPercent) ?? '',
                  }
                : undefined
            }
          />
        </Suspense>
      )}
    </Box>
  );
}

function PointsTable({ points }: { points: IndicatorPoint[] }) {
  const translate = useTranslate();
  const figure = useCellFigure();
  const format = useFormat();
  const cell = { py: 0.5, borderBottom: 1, borderColor: 'divider', textAlign: 'right' } as const;
  return (
    <Box
      sx={{ maxHeight: 260, overflow: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={translate('app.chart.table')}
    >
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 14 }}>
        <thead>
          <tr>
            <Box component="th" sx={{ ...cell, textAlign: 'left', fontWeight: 500 }}>
              {translate('app.chart.date')}
            </Box>
            <Box component="th" sx={{ ...cell, fontWeight: 500 }}>
              {translate('app.chart.parts')}
            </Box>
            <Box component="th" sx={{ ...cell, fontWeight: 500 }}>
              %
            </Box>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <tr key={point.onDate}>
              <Box component="td" sx={{ ...cell, textAlign: 'left' }}>
                {formatDate(point.onDate)}
              </Box>
              <Box component="td" sx={cell}>
                {!point.hidden && `${format.number(point.numerator)} / ${format.number(point.denominator)}`}
              </Box>
              <Box component="td" sx={cell}>
                {figure(point)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

import { Box, ButtonBase, Paper, useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { ScoreboardIndicator } from '../providers/types';
import { formatDayMonth, formatTarget } from '../shared/format';
import { Sparkline } from '../shared/Sparkline';
import { CellWord, shownStatus, statusColor } from '../shared/Status';
import { TargetBar } from '../shared/TargetBar';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';
import { allowedPoints, isWithinAllowed } from './gap';
import { glowStyle } from './useGlow';

interface IndicatorCardProps {
  indicator: ScoreboardIndicator;
  isGlowing: boolean;
  onOpen: () => void;
}

/** One promise of the plan: the figure first, then what it is made of, then how it stands. */
export function IndicatorCard({ indicator, isGlowing, onOpen }: IndicatorCardProps) {
  const translate = useTranslate();
  const theme = useTheme();
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'));
  const format = useFormat();
  const figure = useCellFigure();
  const { commune, trend } = indicator;
  const name = format.pick(indicator.shortVi, indicator.shortEn);
  const hasData = commune.basisPoints !== null;
  const target = formatTarget(indicator.comparator, indicator.targetPercent);
  const shares = trend.map((point) => point.basisPoints).filter((share) => share !== null);

  return (
    <Paper
      component={ButtonBase}
      onClick={onOpen}
      data-glow={isGlowing}
      title={format.pick(indicator.nameVi, indicator.nameEn)}
      sx={{
        p: { xs: 1.5, sm: 2 },
        font: 'inherit',
        '@media print': { p: 1, breakInside: 'avoid' },
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'flex-start',
        textAlign: 'left',
        gap: 0.5,
        '&:hover': { borderColor: 'text.secondary' },
        ...glowStyle,
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 14, lineHeight: 1.4 }}>
        <Box sx={{ fontWeight: 500 }}>{name}</Box>
        <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {target ?? translate('app.status.tracked')}
        </Box>
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          justifyContent: 'space-between',
          gap: 1,
          minHeight: 44,
        }}
      >
        <Box
          sx={{
            fontSize: hasData ? { xs: 26, sm: 32 } : { xs: 15, sm: 18 },
            lineHeight: 1.2,
            fontWeight: 600,
            letterSpacing: '-0.02em',
            color: hasData ? 'text.primary' : 'text.secondary',
          }}
        >
          {figure(commune)}
        </Box>
        {shares.length > 1 && !isPhone && (
          <Sparkline
            values={shares}
            color={statusColor(theme, shownStatus(commune))}
            label={translate('app.dashboard.trendFrom', {
              from: formatDayMonth(trend[0]?.onDate ?? ''),
              first: format.share(shares[0]),
              last: format.share(shares[shares.length - 1]),
            })}
          />
        )}
      </Box>
      <Box sx={{ fontSize: 13, color: 'text.secondary', minHeight: 19 }}>
        {hasData && `${format.number(commune.numerator)} / ${format.number(commune.denominator)}`}
      </Box>
      <TargetBar cell={commune} targetPercent={indicator.targetPercent} height={6} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 1, mt: 0.5 }}>
        <CellWord cell={commune} targetPercent={indicator.targetPercent} />
        {commune.expectedPercent !== null && commune.status !== 'MET' && !commune.hidden && (
          <Box component="span" sx={{ fontSize: 13, lineHeight: '21px', color: 'text.secondary' }}>
            {translate('app.dashboard.expectedToday', { percent: format.needed(commune.expectedPercent) })}
            {isWithinAllowed(commune) &&
              `, ${translate('app.dashboard.withinAllowed', { points: allowedPoints })}`}
          </Box>
        )}
      </Box>
    </Paper>
  );
}

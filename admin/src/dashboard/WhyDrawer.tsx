import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, Button, Drawer, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCommuneName } from '../shared/useCommuneName';
import type { Scoreboard, ScoreboardCell, ScoreboardIndicator, ScoreboardVillage } from '../providers/types';
import { Facts } from '../shared/Facts';
import { formatDate, formatDateTime, formatTarget } from '../shared/format';
import { IndicatorPace } from '../shared/IndicatorPace';
import { CellWord } from '../shared/Status';
import { TargetBar } from '../shared/TargetBar';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';
import { FlagLine } from './FlagLine';
import { allowedPoints, isWithinAllowed } from './gap';
import { useIndicators } from './useScoreboard';

/** The figure somebody tapped; no village means the commune. */
export interface Asked {
  villageId: string | null;
  indicatorCode: string;
}

interface WhyDrawerProps {
  scoreboard: Scoreboard;
  asked: Asked | null;
  onClose: () => void;
}

/** "Vì sao?": what a figure is made of, how fresh it is, and where it should be by now. */
export function WhyDrawer({ scoreboard, asked, onClose }: WhyDrawerProps) {
  const translate = useTranslate();
  const indicator = scoreboard.indicators.find((one) => one.code === asked?.indicatorCode);
  const village = scoreboard.villages.find((one) => one.id === asked?.villageId);
  const cell = village
    ? village.cells.find((one) => one.indicatorCode === asked?.indicatorCode)
    : indicator?.commune;
  return (
    <Drawer
      anchor="right"
      open={asked !== null}
      onClose={onClose}
      sx={{ zIndex: 1300 }}
      slotProps={{
        paper: { sx: { width: { xs: '100%', sm: 460 } }, 'aria-label': translate('app.why.title') },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 3, pt: 2 }}>
        <Typography sx={{ flex: 1, color: 'text.secondary' }}>{translate('app.why.title')}</Typography>
        <IconButton onClick={onClose} aria-label={translate('ra.action.close')} edge="end">
          <CloseOutlined />
        </IconButton>
      </Box>
      {indicator && cell && (
        <Why scoreboard={scoreboard} indicator={indicator} village={village} cell={cell} />
      )}
    </Drawer>
  );
}

interface WhyProps {
  scoreboard: Scoreboard;
  indicator: ScoreboardIndicator;
  village: ScoreboardVillage | undefined;
  cell: ScoreboardCell;
}

function Why({ scoreboard, indicator, village, cell }: WhyProps) {
  const translate = useTranslate();
  const format = useFormat();
  const figure = useCellFigure();
  const communeName = useCommuneName();
  const catalogue = useIndicators().get(indicator.code);
  const flags =
    village?.flags.filter((flag) => flag.indicatorCode === indicator.code || flag.indicatorCode === null) ??
    [];
  const target = formatTarget(indicator.comparator, indicator.targetPercent);
  const share = (name: string | undefined, fallback: string) => name ?? translate(fallback);

  return (
    <Box sx={{ px: 3, pb: 4, display: 'grid', gap: 2 }}>
      <Box>
        <Typography variant="h1" component="h2">
          {village?.name ?? communeName}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {format.pick(indicator.nameVi, indicator.nameEn)}
        </Typography>
      </Box>
      <Box>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5, flexWrap: 'wrap', mb: 0.5 }}>
          <Box
            sx={{ fontSize: cell.basisPoints === null ? 20 : 36, fontWeight: 600, letterSpacing: '-0.02em' }}
          >
            {figure(cell)}
          </Box>
          <CellWord cell={cell} targetPercent={indicator.targetPercent} />
        </Box>
        <TargetBar cell={cell} targetPercent={indicator.targetPercent} height={6} />
        {cell.hidden && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {translate('app.hidden.teach')}
          </Typography>
        )}
      </Box>
      <Facts
        facts={[
          [
            share(
              catalogue && format.pick(catalogue.numeratorVi, catalogue.numeratorEn),
              'app.why.numerator',
            ),
            cell.hidden ? null : format.number(cell.numerator),
          ],
          [
            share(
              catalogue && format.pick(catalogue.denominatorVi, catalogue.denominatorEn),
              'app.why.denominator',
            ),
            cell.hidden ? null : format.number(cell.denominator),
          ],
          [
            translate('app.why.unknown'),
            cell.unknownHouseholds === null ? null : format.number(cell.unknownHouseholds),
          ],
          [
            translate('app.why.target'),
            target &&
              `${target}${indicator.dueOn ? ` · ${translate('app.why.by', { date: formatDate(indicator.dueOn) })}` : ''}`,
          ],
          [
            translate('app.why.expected'),
            cell.expectedPercent === null
              ? null
              : [
                  format.needed(cell.expectedPercent),
                  ...(isWithinAllowed(cell)
                    ? [translate('app.dashboard.withinAllowed', { points: allowedPoints })]
                    : []),
                ].join(' · '),
          ],
          [translate('app.why.source'), catalogue ? translate(`app.source.${catalogue.source}`) : null],
          [translate('app.why.formula'), catalogue ? String(catalogue.formulaVersion) : null],
          [translate('app.why.asOf'), formatDateTime(scoreboard.asOf) || null],
        ]}
      />
      {flags.length > 0 && (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="h3">{translate('app.dashboard.flags')}</Typography>
          {flags.map((flag) => (
            <FlagLine key={flag.id} flag={flag} />
          ))}
        </Box>
      )}
      <IndicatorPace villageId={village?.id ?? null} indicator={indicator} plan={scoreboard.plan} />
      {village && (
        <Button component={Link} to={`/villages/${village.id}`} variant="contained">
          {translate('app.why.toVillage', { name: village.name })}
        </Button>
      )}
    </Box>
  );
}

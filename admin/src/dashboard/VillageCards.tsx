import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CellStatus, ScoreboardCell, ScoreboardIndicator, ScoreboardVillage } from '../providers/types';
import { shownStatus, StatusShape } from '../shared/Status';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';
import { useVillageWords } from '../shared/useVillageWords';
import { FlagLine } from './FlagLine';
import { warned } from './warned';

const badFirst: Record<CellStatus, number> = {
  BEHIND: 0,
  ATTENTION: 1,
  NO_DATA: 2,
  ON_TRACK: 3,
  MET: 4,
  NO_TARGET: 5,
};

/** The matrix on a phone: a village a card, with where it hurts, whether it moves, and the warning. */
export function VillageCards({
  villages,
  indicators,
}: {
  villages: ScoreboardVillage[];
  indicators: ScoreboardIndicator[];
}) {
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1.5, p: 0, m: 0, listStyle: 'none' }}>
      {villages.map((village) => (
        <VillageCard key={village.id} village={village} indicators={indicators} />
      ))}
    </Box>
  );
}

function VillageCard({
  village,
  indicators,
}: {
  village: ScoreboardVillage;
  indicators: ScoreboardIndicator[];
}) {
  const translate = useTranslate();
  const format = useFormat();
  const figure = useCellFigure();
  const words = useVillageWords();
  const worst = village.cells
    .filter((cell) => cell.status !== 'NO_TARGET')
    .sort((one, other) => badFirst[shownStatus(one)] - badFirst[shownStatus(other)])
    .slice(0, 3);
  const [flag, ...otherFlags] = village.flags;
  const isFlagged = (cell: ScoreboardCell) =>
    village.flags.some((one) => one.indicatorCode === cell.indicatorCode);
  return (
    <Paper component="li" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1 }}>
        <Box
          component={Link}
          to={`/villages/${village.id}`}
          sx={{
            fontWeight: 600,
            fontSize: 16,
            color: 'text.primary',
            textDecoration: 'none',
            py: 0.75,
            flex: 1,
          }}
        >
          {village.name}
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {words.visits(village)}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1, my: 0.5 }}>
        {worst.map((cell) => {
          const indicator = indicators.find((one) => one.code === cell.indicatorCode);
          return (
            <Box key={cell.indicatorCode} sx={{ minWidth: 0 }}>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontWeight: 600 }}>
                {!cell.hidden && <StatusShape status={shownStatus(cell)} />}
                <Box
                  component="span"
                  role="img"
                  aria-label={[
                    figure(cell),
                    ...(cell.hidden ? [] : [translate(`app.status.${cell.status}`)]),
                    ...(isFlagged(cell) ? [translate('app.dashboard.hasFlag')] : []),
                  ].join(', ')}
                  sx={isFlagged(cell) ? warned : undefined}
                >
                  {cell.basisPoints === null && !cell.hidden ? '—' : figure(cell)}
                </Box>
              </Box>
              <Box sx={{ fontSize: 13, lineHeight: 1.35, color: 'text.secondary' }}>
                {indicator && format.pick(indicator.shortVi, indicator.shortEn)}
              </Box>
            </Box>
          );
        })}
      </Box>
      {flag && (
        <Box sx={{ mt: 1, pt: 1, borderTop: 1, borderColor: 'divider' }}>
          <FlagLine flag={flag} brief={{ cells: village.cells, indicators }} />
          {otherFlags.length > 0 && (
            <Box sx={{ fontSize: 13, color: 'text.secondary', ml: 2.25 }}>
              {translate('app.dashboard.moreFlags', { smart_count: otherFlags.length })}
            </Box>
          )}
        </Box>
      )}
    </Paper>
  );
}

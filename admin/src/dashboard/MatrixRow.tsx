import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ScoreboardCell, ScoreboardIndicator, ScoreboardVillage } from '../providers/types';
import { WeekBars } from '../shared/Sparkline';
import { shownStatus, StatusShape } from '../shared/Status';
import { TargetBar } from '../shared/TargetBar';
import { useCellFigure } from '../shared/useCellFigure';
import { useVillageWords } from '../shared/useVillageWords';
import { FlagLine } from './FlagLine';
import { useCellWords } from './useCellWords';
import { glowStyle } from './useGlow';
import { warned } from './warned';

interface MatrixRowProps {
  village: ScoreboardVillage;
  indicators: ScoreboardIndicator[];
  row: number;
  glowing: ReadonlySet<string>;
  onOpen: (villageId: string, indicatorCode: string) => void;
}

interface FigureCellProps {
  cell: ScoreboardCell;
  indicator: ScoreboardIndicator;
  village: ScoreboardVillage;
  row: number;
  column: number;
  isGlowing: boolean;
  onOpen: () => void;
}

function FigureCell({ cell, indicator, village, row, column, isGlowing, onOpen }: FigureCellProps) {
  const figure = useCellFigure();
  const words = useCellWords();
  const isFlagged = village.flags.some((one) => one.indicatorCode === cell.indicatorCode);
  return (
    <Box
      component="td"
      role="gridcell"
      // One stop for the Tab key; the arrows do the rest.
      tabIndex={row === 0 && column === 0 ? 0 : -1}
      data-row={row}
      data-column={column}
      data-glow={isGlowing}
      aria-label={words({ cell, indicator, villageName: village.name, isFlagged })}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
      sx={(theme) => ({
        cursor: 'pointer',
        textAlign: 'right',
        '&:hover': { bgcolor: theme.tokens.accentWash },
        '&:focus-visible': { outlineOffset: -2 },
        ...glowStyle,
      })}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'flex-end',
          gap: 0.75,
          whiteSpace: 'nowrap',
        }}
      >
        <StatusShape status={shownStatus(cell)} size={11} />
        <Box
          component="span"
          sx={{
            fontWeight: 500,
            minWidth: 50,
            color: cell.basisPoints === null ? 'text.secondary' : undefined,
            ...(isFlagged ? warned : {}),
          }}
        >
          {cell.basisPoints === null && !cell.hidden ? '—' : figure(cell)}
        </Box>
      </Box>
      <Box sx={{ pt: 0.25 }}>
        <TargetBar cell={cell} targetPercent={indicator.targetPercent} height={3} />
      </Box>
    </Box>
  );
}

export function MatrixRow({ village, indicators, row, glowing, onOpen }: MatrixRowProps) {
  const translate = useTranslate();
  const [firstFlag, ...otherFlags] = village.flags;
  const words = useVillageWords();
  const visits = words.visits(village);
  return (
    <tr>
      <Box component="th" scope="row" sx={{ fontWeight: 500 }}>
        <Box
          component={Link}
          to={`/villages/${village.id}`}
          sx={{ color: 'text.primary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
        >
          {village.name}
        </Box>
        <Box sx={{ fontSize: 13, fontWeight: 400, color: 'text.secondary' }}>{words.homes(village)}</Box>
      </Box>
      {indicators.map((indicator, column) => {
        const cell = village.cells.find((one) => one.indicatorCode === indicator.code);
        if (!cell) return <td key={indicator.code} />;
        return (
          <FigureCell
            key={indicator.code}
            cell={cell}
            indicator={indicator}
            village={village}
            row={row}
            column={column}
            isGlowing={glowing.has(`${village.id} ${indicator.code}`)}
            onOpen={() => onOpen(village.id, indicator.code)}
          />
        );
      })}
      <td>
        {village.weeklyVisits && <WeekBars values={village.weeklyVisits} label={visits} />}
        <Box aria-hidden sx={{ fontSize: 13, color: 'text.secondary', whiteSpace: 'nowrap', mt: 0.75 }}>
          {visits}
        </Box>
      </td>
      <td>
        {firstFlag && <FlagLine flag={firstFlag} brief={{ cells: village.cells, indicators }} />}
        {otherFlags.length > 0 && (
          <Box
            component={Link}
            to={`/villages/${village.id}`}
            sx={{ fontSize: 13, ml: 2.25, color: 'primary.main' }}
          >
            {translate('app.dashboard.moreFlags', { smart_count: otherFlags.length })}
          </Box>
        )}
      </td>
    </tr>
  );
}

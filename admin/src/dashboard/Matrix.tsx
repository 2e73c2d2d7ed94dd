import { Box } from '@mui/material';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { ScoreboardIndicator, ScoreboardVillage } from '../providers/types';
import { MatrixHead } from './MatrixHead';
import { MatrixRow } from './MatrixRow';
import type { Ranking } from './ranking';

interface MatrixProps {
  villages: ScoreboardVillage[];
  indicators: ScoreboardIndicator[];
  ranking: Ranking;
  onRank: (ranking: Ranking) => void;
  glowing: ReadonlySet<string>;
  onOpen: (villageId: string, indicatorCode: string) => void;
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Villages against indicators. Arrow keys walk the cells, Enter asks why. */
export function Matrix({ villages, indicators, ranking, onRank, glowing, onOpen }: MatrixProps) {
  const translate = useTranslate();
  const table = useRef<HTMLTableElement>(null);

  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!step || !from) return;
    event.preventDefault();
    const row = Number(from.dataset.row) + step[0];
    const column = Number(from.dataset.column) + step[1];
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  };

  return (
    <Box
      sx={(theme) => ({
        border: `1px solid ${theme.tokens.hairline}`,
        borderRadius: '10px',
        bgcolor: 'background.paper',
        overflow: { xs: 'auto', lg: 'visible' },
        maxHeight: { xs: '80vh', lg: 'none' },
        '@media print': { overflow: 'visible', maxHeight: 'none', border: 0 },
      })}
    >
      <Box
        component="table"
        ref={table}
        role="grid"
        aria-label={translate('app.dashboard.matrix')}
        aria-rowcount={villages.length + 1}
        onKeyDown={walk}
        sx={{
          width: '100%',
          minWidth: 1080,
          borderCollapse: 'separate',
          borderSpacing: 0,
          '& td, & th': { borderBottom: 1, borderColor: 'divider', px: 1.25, py: 1, verticalAlign: 'top' },
          '& tbody tr:last-of-type > *': { borderBottom: 0 },
          '& th:first-of-type': {
            position: 'sticky',
            left: 0,
            bgcolor: 'background.paper',
            textAlign: 'left',
            zIndex: 1,
            borderTopLeftRadius: 10,
          },
          '@media print': {
            minWidth: 0,
            '& td, & th': { px: 0.75, py: 0.5 },
            '& tr': { breakInside: 'avoid' },
            '& td *, & th *': { fontSize: 11 },
          },
        }}
      >
        <MatrixHead indicators={indicators} ranking={ranking} onRank={onRank} />
        <tbody>
          {villages.map((village, row) => (
            <MatrixRow
              key={village.id}
              village={village}
              indicators={indicators}
              row={row}
              glowing={glowing}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

import { useTranslate } from 'react-admin';
import type { ScoreboardCell, ScoreboardIndicator } from '../providers/types';
import { formatTarget } from '../shared/format';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';

interface CellInWords {
  cell: ScoreboardCell;
  indicator: ScoreboardIndicator;
  villageName: string;
  isFlagged: boolean;
}

/** A cell as a person would read it out: village, indicator, figure, target, status. */
export function useCellWords(): (input: CellInWords) => string {
  const translate = useTranslate();
  const format = useFormat();
  const figure = useCellFigure();
  return ({ cell, indicator, villageName, isFlagged }) =>
    [
      villageName,
      format.pick(indicator.shortVi, indicator.shortEn),
      figure(cell),
      ...(cell.numerator === null
        ? []
        : [`${format.number(cell.numerator)} / ${format.number(cell.denominator)}`]),
      formatTarget(indicator.comparator, indicator.targetPercent),
      translate(cell.hidden ? 'app.hidden.why' : `app.status.${cell.status}`),
      ...(isFlagged ? [translate('app.dashboard.hasFlag')] : []),
    ]
      .filter(Boolean)
      .join(', ');
}

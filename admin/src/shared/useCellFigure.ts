import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { ScoreboardCell } from '../providers/types';
import { useFormat } from './useFormat';

/** A figure as it is shown: the share, "chưa có số liệu", or that it is too small to be shown. */
export function useCellFigure(): (cell: Pick<ScoreboardCell, 'basisPoints' | 'hidden'>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    ({ basisPoints, hidden }) => (hidden ? translate('app.hidden.short') : format.share(basisPoints)),
    [translate, format],
  );
}

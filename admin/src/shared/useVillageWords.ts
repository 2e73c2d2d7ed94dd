import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { ScoreboardVillage } from '../providers/types';
import { useFormat } from './useFormat';

/** A village's activity in words, also where a count is too small for this reader. */
export function useVillageWords() {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(
    () => ({
      homes: ({ households, householdsVisited }: ScoreboardVillage) =>
        households === null || householdsVisited === null
          ? translate('app.hidden.homes')
          : translate('app.dashboard.homesVisited', {
              visited: format.number(householdsVisited),
              total: format.number(households),
            }),
      visits: ({ visits30Days }: ScoreboardVillage) =>
        visits30Days === null
          ? translate('app.hidden.visits')
          : translate('app.dashboard.visits30', { smart_count: visits30Days }),
    }),
    [translate, format],
  );
}

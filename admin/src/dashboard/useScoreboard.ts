import { useQuery } from '@tanstack/react-query';
import { query } from '../providers/client';
import { indicatorsQuery, scoreboardQuery } from '../providers/documents';
import type { Indicator, Scoreboard } from '../providers/types';

export function useScoreboard() {
  return useQuery({
    queryKey: ['scoreboard'],
    queryFn: () => query<{ scoreboard: Scoreboard }>(scoreboardQuery).then((answer) => answer.scoreboard),
    staleTime: 30_000,
  });
}

/** The catalogue changes only with a release, so it is asked once. */
export function useIndicators(): Map<string, Indicator> {
  const { data } = useQuery({
    queryKey: ['indicators'],
    queryFn: () => query<{ indicators: Indicator[] }>(indicatorsQuery).then((answer) => answer.indicators),
    staleTime: Infinity,
  });
  return new Map(data?.map((indicator) => [indicator.code, indicator]));
}

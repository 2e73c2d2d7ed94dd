import { useTranslate } from 'react-admin';
import { useIndicators } from '../../dashboard/useScoreboard';
import type { LagFlag } from '../../providers/types';
import { formatDate, formatTarget } from '../../shared/format';
import { useFormat } from '../../shared/useFormat';

/** What the two detectors keep with a warning; a later detector may keep other things. */
interface Evidence {
  onDay?: string;
  numerator?: number;
  denominator?: number;
  expectedBasisPoints?: number;
  comparator?: 'GT' | 'GTE';
  targetPercent?: number;
  baselinePercent?: number;
  startsOn?: string;
  dueOn?: string;
  lastVisitOn?: string | null;
  silentSince?: string;
  days?: number;
}

/** The figures behind a warning, in the order in which one argues: what is, what should be, what is promised. */
export function useEvidence(flag: LagFlag): [string, string | null][] {
  const translate = useTranslate();
  const format = useFormat();
  const indicator = useIndicators().get(flag.indicatorCode ?? '');
  const evidence: Evidence = flag.evidence ?? {};
  const { numerator, denominator, expectedBasisPoints, baselinePercent, days } = evidence;
  const share =
    numerator === undefined || !denominator ? null : Math.floor((numerator * 10_000) / denominator);
  const word = (key: string) => translate(`app.evidence.${key}`);
  return [
    [translate('app.field.indicator'), indicator ? format.pick(indicator.nameVi, indicator.nameEn) : null],
    [word('days'), days === undefined ? null : format.number(days)],
    [word('lastVisitOn'), formatDate(evidence.lastVisitOn)],
    [word('silentSince'), formatDate(evidence.silentSince)],
    [word('numerator'), numerator === undefined ? null : format.number(numerator)],
    [word('denominator'), denominator === undefined ? null : format.number(denominator)],
    [word('share'), share === null ? null : format.share(share)],
    [word('expected'), expectedBasisPoints === undefined ? null : format.needed(expectedBasisPoints / 100)],
    [word('target'), formatTarget(evidence.comparator ?? null, evidence.targetPercent ?? null)],
    [word('baseline'), baselinePercent === undefined ? null : format.percent(baselinePercent)],
    [word('startsOn'), formatDate(evidence.startsOn)],
    [word('dueOn'), formatDate(evidence.dueOn)],
    [word('onDay'), formatDate(evidence.onDay)],
  ];
}

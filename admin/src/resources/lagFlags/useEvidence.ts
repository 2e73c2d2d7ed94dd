import { useTranslate } from 'react-admin';
import { useIndicators } from '../../dashboard/useScoreboard';
import type { LagFlag } from '../../providers/types';
import { formatDate } from '../../shared/format';
import { useFormat } from '../../shared/useFormat';

/** The figures behind a warning, line by line, in words where we have them. */
export function useEvidence(flag: LagFlag): [string, string][] {
  const translate = useTranslate();
  const format = useFormat();
  const indicator = useIndicators().get(flag.indicatorCode ?? '');

  const valueOf = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return translate('app.unknown');
    if (value === 'GT' || value === 'GTE') return value === 'GT' ? '>' : '≥';
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDate(value) : value;
    if (typeof value !== 'number') return JSON.stringify(value);
    if (key.endsWith('BasisPoints')) return format.share(value);
    if (/percent$/i.test(key)) return format.percent(value);
    return Number.isInteger(value) ? format.number(value) : format.percent(value).replace('%', '');
  };

  const named: [string, string][] = indicator
    ? [[translate('app.field.indicator'), format.pick(indicator.nameVi, indicator.nameEn)]]
    : [];
  const lines = Object.entries(flag.evidence ?? {}).map(([key, value]): [string, string] => [
    translate(`app.evidence.${key}`, { _: key }),
    valueOf(key, value),
  ]);
  return [...named, ...lines];
}

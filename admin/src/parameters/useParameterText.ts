import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { Parameter } from '../providers/types';
import { useFormat } from '../shared/useFormat';
import { isDayLists } from './namedDays';
import { parameterText } from './parameterValue';

type Unit = Pick<Parameter, 'unit' | 'unitEn'>;

/** "2.340.000 đồng", "24 tháng"; lists of days by their number. */
export function useParameterText(): (value: unknown, unit: Unit) => string {
  const translate = useTranslate();
  const { locale, pick } = useFormat();
  return useCallback(
    (value, { unit, unitEn }) => {
      if (isDayLists(value)) {
        const count = Object.values(value).flat().length;
        return translate('app.parameter.days', { smart_count: count });
      }
      const words = { locale, yes: translate('app.history.yes'), no: translate('app.history.no') };
      const text = parameterText(value, words);
      const counted = pick(unit ?? '', unitEn ?? unit ?? '');
      return counted === '%' ? `${text}%` : [text, counted].filter(Boolean).join(' ');
    },
    [translate, locale, pick],
  );
}

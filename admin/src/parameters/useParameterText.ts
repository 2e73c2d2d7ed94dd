import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../shared/useFormat';
import { parameterText } from './parameterValue';

/** "2.340.000 đồng", "24 tháng". */
export function useParameterText(): (value: unknown, unit: string | null) => string {
  const translate = useTranslate();
  const { locale } = useFormat();
  return useCallback(
    (value, unit) => {
      const words = { locale, yes: translate('app.history.yes'), no: translate('app.history.no') };
      const text = parameterText(value, words);
      return unit === '%' ? `${text}%` : [text, unit].filter(Boolean).join(' ');
    },
    [translate, locale],
  );
}

import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import {
  formatBasisPoints,
  formatNeeded,
  formatNumber,
  formatPercent,
  formatWeekday,
  type Locale,
} from './format';

export function useAppLocale(): Locale {
  return useLocale() === 'en' ? 'en' : 'vi';
}

/** The formatters that depend on the language, bound to the one on screen. */
export function useFormat() {
  const locale = useAppLocale();
  return useMemo(
    () => ({
      locale,
      number: (value: number | null | undefined) => formatNumber(value, locale),
      share: (basisPoints: number | null | undefined) => formatBasisPoints(basisPoints, locale),
      percent: (percent: number | null | undefined) => formatPercent(percent, locale),
      needed: (percent: number | null | undefined) => formatNeeded(percent, locale),
      weekday: (localDate: string) => formatWeekday(localDate, locale),
      /** Picks the text of the language from a record that carries both. */
      pick: (vi: string, en: string) => (locale === 'en' ? en : vi),
    }),
    [locale],
  );
}

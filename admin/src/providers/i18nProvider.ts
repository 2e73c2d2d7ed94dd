import polyglotI18nProvider from 'ra-i18n-polyglot';
import { en } from '../i18n/en';
import { vi } from '../i18n/vi';

export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? en : vi),
  'vi',
  [
    { locale: 'vi', name: 'Tiếng Việt' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: false },
);

import type { Locale } from './format';

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, until: number][] = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 30],
];
const justNow: Record<Locale, string> = { vi: 'vừa xong', en: 'just now' };

/** How long ago, in the largest fitting unit: "5 phút trước". Null when it is a month ago or more, or still to come. */
export function formatAgo(instant: string, nowMs: number, locale: Locale): string | null {
  const passedMs = nowMs - Date.parse(instant);
  // A minute of tolerance: two clocks are never quite the same.
  if (passedMs < -60_000) return null;
  if (passedMs < 60_000) return justNow[locale];
  const step = steps.find(([, ms, until]) => passedMs < ms * until);
  if (!step) return null;
  const [unit, ms] = step;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-Math.floor(passedMs / ms), unit);
}

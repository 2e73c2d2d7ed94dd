/** How figures and dates are written. Pure: the locale is passed in, and so is every instant. */
export type Locale = 'vi' | 'en';

const zone = 'Asia/Ho_Chi_Minh';
const noData: Record<Locale, string> = { vi: 'chưa có số liệu', en: 'no data yet' };
const decimal: Record<Locale, string> = { vi: ',', en: '.' };
const thousands: Record<Locale, string> = { vi: '.', en: ',' };

/** 1234 → "1.234" (vi) or "1,234" (en). */
export function formatNumber(value: number | null | undefined, locale: Locale): string {
  if (value === null || value === undefined) return noData[locale];
  const sign = value < 0 ? '−' : '';
  return sign + String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+$)/g, thousands[locale]);
}

/** Tenths of a percent as an integer → "68,0%". */
function tenthsText(tenths: number, locale: Locale): string {
  return `${Math.floor(tenths / 10)}${decimal[locale]}${tenths % 10}%`;
}

/** Always rounded down: 79,999 % must never read as the 80,0 % that it has not reached. */
export function formatBasisPoints(basisPoints: number | null | undefined, locale: Locale): string {
  if (basisPoints === null || basisPoints === undefined) return noData[locale];
  return tenthsText(Math.floor(basisPoints / 10), locale);
}

/** A point on a path, where no rounding can claim success: "62,4%". */
export function formatPercent(percent: number | null | undefined, locale: Locale): string {
  if (percent === null || percent === undefined) return noData[locale];
  return tenthsText(Math.round(percent * 10), locale);
}

/** What is asked for today, rounded up: reaching the shown figure is then always enough. */
export function formatNeeded(percent: number | null | undefined, locale: Locale): string {
  if (percent === null || percent === undefined) return noData[locale];
  // A hair is taken off first, so that 60.3 kept as 60.300000001 stays 60,3.
  return tenthsText(Math.ceil(percent * 10 - 1e-6), locale);
}

/** "> 80%" or "≥ 70%"; nothing for an indicator without a target. */
export function formatTarget(comparator: 'GT' | 'GTE' | null, targetPercent: number | null): string | null {
  if (comparator === null || targetPercent === null) return null;
  return `${comparator === 'GT' ? '>' : '≥'} ${targetPercent}%`;
}

interface Parts {
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
}

const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(instant: string | number | Date): Parts {
  const found = partsFormat.formatToParts(new Date(instant)).map((part) => [part.type, part.value] as const);
  return Object.fromEntries(found) as unknown as Parts;
}

/** A local date ("2025-12-01") or an instant → "01/12/2025" as seen in Việt Nam. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return '';
  const local = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (local) return `${local[3]}/${local[2]}/${local[1]}`;
  const { day, month, year } = partsOf(value);
  return `${day}/${month}/${year}`;
}

/** "01/12" for narrow places; the year stands nearby. */
export const formatDayMonth = (value: string): string => formatDate(value).slice(0, 5);

export function formatTime(instant: string | number): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

export function formatDateTime(instant: string | null | undefined): string {
  return instant ? `${formatDate(new Date(instant).toISOString())}, ${formatTime(instant)}` : '';
}

const weekdays: Record<Locale, string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** The local date of an instant, "2025-12-01". */
export function localDateOf(instant: string | number): string {
  const { day, month, year } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

export function formatWeekday(localDate: string, locale: Locale): string {
  return weekdays[locale][new Date(`${localDate}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** What an `<input type="datetime-local">` shows for an instant, in Vietnamese time. */
export function toDateTimeInput(instant: string | number): string {
  const { day, month, year, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** And back: the clock on the wall in Việt Nam is always seven hours ahead. */
export const fromDateTimeInput = (value: string): string => new Date(`${value}:00+07:00`).toISOString();

/** Days are typed as people here write them, whatever language the browser speaks: 01/12/2025, also 1/12/2025 and 01122025. */
export function parseDay(text: string): string | null {
  const found =
    /^\s*(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!found) return null;
  const [day = 0, month = 0, year = 0] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  // 31/02 rolls over into March: no such day.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** "8:5" and "0805" are five past eight; anything else is no time. */
export function parseTime(text: string): string | null {
  const found = /^\s*(\d{1,2})[:hg.](\d{1,2})\s*$/i.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text);
  if (!found) return null;
  const [hour = 99, minute = 99] = found.slice(1).map(Number);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

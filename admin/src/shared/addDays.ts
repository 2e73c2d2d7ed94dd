/** The local date so many days later, or earlier: "2025-12-01" and 1 → "2025-12-02". */
export function addDays(localDate: string, days: number): string {
  return new Date(Date.parse(`${localDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Periods are kept with the first day outside of them; people say the last day inside. */
export const lastDayOf = (validTo: string): string => addDays(validTo, -1);

// The sample's time: the plan's first two months, seen from the Monday on which the sample opens.
// Vietnam keeps UTC+7 all year, so plain arithmetic is exact here.
import type { Day } from './facts.js';

const dayMs = 86_400_000;

/** The sample's business clock opens here, before the offices do. */
export const sampleOpensAt = new Date('2025-12-01T08:00:00+07:00');
/** The two-level local government began on this day: the commune's units and posts date from it. */
export const communeFoundedOn: Day = '2025-07-01';
export const teamsFoundedOn: Day = '2025-08-26';
export const villagesMergedOn: Day = '2025-09-01';
export const planStartsOn: Day = '2025-10-01';
export const lastVisitDay: Day = '2025-11-30';

/** The instant at which clocks in Vietnam show this day and so many minutes after midnight. */
export function atMinute(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + minute * 60_000);
}

export function vietnamDayOf(at: Date): Day {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

export function daysFrom(first: Day, last: Day): Day[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * dayMs).toISOString().slice(0, 10),
  );
}

export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

export function plusMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + Math.round(minutes * 60_000));
}

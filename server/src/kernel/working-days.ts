// Counting working days, for clocks that laws set in them. Pure: whoever counts says which days are holidays.
import { Temporal } from 'temporal-polyfill';
import { addDays } from './clock.js';

export interface WorkCalendar {
  /** Days off besides Saturdays and Sundays, 'YYYY-MM-DD'. */
  holidays: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked, in exchange for a day off elsewhere. */
  workdays: ReadonlySet<string>;
}

const saturday = 6;
// A clock of working days is a matter of days or weeks; a calendar that leaves none is a mistake.
const longestSearchDays = 3_660;

export function isWorkingDay(day: string, { holidays, workdays }: WorkCalendar): boolean {
  if (workdays.has(day)) return true;
  return Temporal.PlainDate.from(day).dayOfWeek < saturday && !holidays.has(day);
}

/**
 * The working day by whose end so many working days have passed. The day itself does not count, as the Civil Code
 * has it (Article 147): two working days from a Friday end on Tuesday, from a Saturday too. None at all is that day.
 */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar): string {
  let reached = day;
  let left = count;
  for (let searched = 0; left > 0; searched++) {
    if (searched > longestSearchDays) throw new Error('The calendar has no working days');
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** Lists of days with their names, as the holidays are: `{ daysOff: [{ day, name, confirmed }], workdays: […] }`. */
export interface NamedDay {
  day: string;
  name: string;
  confirmed: boolean;
}

export type DayLists = Record<string, NamedDay[]>;

/** Whether a parameter's value is such lists; they are shown and typed as days, not as text. */
export function isDayLists(value: unknown): value is DayLists {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const lists: unknown[] = Object.values(value);
  return lists.length > 0 && lists.every((list) => Array.isArray(list) && list.every(isNamedDay));
}

const isNamedDay = (one: unknown) => typeof one === 'object' && one !== null && 'day' in one && 'name' in one;

/** What is sent: complete rows in the order of their days, empty ones left out. Undefined while a row is half filled. */
export function readyLists(lists: DayLists): DayLists | undefined {
  const isEmpty = ({ day, name }: NamedDay) => day === '' && name.trim() === '';
  const kept = Object.entries(lists).map(
    ([key, days]) => [key, days.filter((day) => !isEmpty(day))] as const,
  );
  if (kept.some(([, days]) => days.some(({ day, name }) => day === '' || name.trim() === '')))
    return undefined;
  return Object.fromEntries(
    kept.map(([key, days]) => [
      key,
      days
        .map((day) => ({ ...day, name: day.name.trim() }))
        .sort((one, other) => one.day.localeCompare(other.day)),
    ]),
  );
}

/** Days are looked for by year: the nearest years stand first. */
export function byYear(days: readonly NamedDay[]): [year: string, days: NamedDay[]][] {
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].sort();
  return years.map((year) => [year, days.filter(({ day }) => day.startsWith(year))]);
}

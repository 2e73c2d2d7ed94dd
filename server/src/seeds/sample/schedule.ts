// When a team goes out: evenings of working days, and mornings, afternoons and evenings of weekends. An
// outing is one to two people in one part of a day, a home after the other; nobody is in two places at once.
import { atMinute, daysFrom, isWeekend, plusMinutes } from './calendar.js';
import type { Day } from './facts.js';
import { membersOn, type TeamMember } from './people.js';
import type { Random } from './random.js';
import type { VillageProfile } from './villages.js';

export interface Knock {
  at: Date;
  day: Day;
  performers: TeamMember[];
}

// Minutes after midnight at which an outing begins, and how many homes it takes in.
const weekendParts = [
  { begins: 8 * 60 + 5, homes: 8 },
  { begins: 14 * 60 + 25, homes: 8 },
  { begins: 18 * 60 + 40, homes: 7 },
];
const eveningParts = [{ begins: 18 * 60 + 35, homes: 7 }];
const afternoonParts = [{ begins: 15 * 60 + 10, homes: 6 }, ...eveningParts];
// Storm days: everybody stays at home.
const stormDays = new Set<Day>(['2025-10-05', '2025-10-06', '2025-11-07']);

/** So many knocks on doors, in order of time, shared out over the village's working days. */
export function knocks(
  random: Random,
  village: VillageProfile,
  members: TeamMember[],
  count: number,
): Knock[] {
  const days = daysFrom(village.startsOn, village.stopsOn);
  const weights = days.map((day, index) => dayWeight(random, day, index / days.length, village.slowdown));
  // The first and the last day are worked, so that a village's dates are those of its story.
  weights[0] = Math.max(weights[0] ?? 0, 0.7);
  weights[days.length - 1] = Math.max(weights[days.length - 1] ?? 0, 0.7);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const made: Knock[] = [];
  let share = 0;
  days.forEach((day, index) => {
    share += (weights[index] ?? 0) / total;
    const wanted = Math.round(share * count) - made.length;
    if (wanted > 0) made.push(...knocksOfDay(random, day, membersOn(members, day), wanted));
  });
  return made;
}

function dayWeight(random: Random, day: Day, progress: number, slowdown: number): number {
  if (stormDays.has(day)) return 0;
  const tide = 1 + (slowdown - 1) * (1 - 2 * progress);
  if (isWeekend(day)) return 2.4 * tide * (0.6 + random.next() * 0.8);
  return random.chance(0.55) ? tide * (0.6 + random.next() * 0.8) : 0;
}

function knocksOfDay(random: Random, day: Day, members: TeamMember[], wanted: number): Knock[] {
  const parts = isWeekend(day) ? weekendParts : random.chance(0.1) ? afternoonParts : eveningParts;
  const groups = pairs(random, members);
  const made: Knock[] = [];
  for (const part of random.shuffled(parts)) {
    for (const performers of random.shuffled(groups)) {
      const left = wanted - made.length;
      if (left <= 0) break;
      const homes = Math.min(left, part.homes - (random.chance(0.4) ? 1 : 0));
      let at = plusMinutes(atMinute(day, part.begins), random.next() * 18);
      for (let home = 0; home < homes; home += 1) {
        made.push({ at, day, performers });
        at = plusMinutes(at, 13 + random.next() * 9);
      }
    }
  }
  return made.sort((left, right) => left.at.getTime() - right.at.getTime());
}

/** The members in twos; an odd one, or now and then anybody, goes alone. */
function pairs(random: Random, members: TeamMember[]): TeamMember[][] {
  const groups: TeamMember[][] = [];
  const waiting = random.shuffled(members);
  while (waiting.length > 0) groups.push(waiting.splice(0, random.chance(0.75) ? 2 : 1));
  return groups;
}

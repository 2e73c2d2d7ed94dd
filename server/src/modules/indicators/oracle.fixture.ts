/**
 * A second opinion for the tests: what the figures should be, worked out home by home in plain TypeScript
 * from the raw rows. It imports nothing of the code that it judges and shares no SQL with it.
 */

export interface RawHome {
  id: string;
  villageId: number;
  kind: string;
  adults: number | null;
  citizens14: number | null;
  countedAt: Date | null;
  removedOn: string | null;
}

export interface RawVisit {
  id: string;
  homeId: string;
  villageId: number;
  correctsId: string | null;
  visitedAt: Date;
  result: string;
  topics: string[];
  adults: number | null;
  citizens14: number | null;
  smartphone: number | null;
  epayment: number | null;
  vneid: number | null;
  healthBook: number | null;
  skills: string[] | null;
}

export interface RawSession {
  form: string;
  heldAt: Date;
  topics: string[];
  homeIds: string[];
}

export interface RawWorld {
  today: string;
  planStartsOn: string;
  planEndsOn: string;
  homes: RawHome[];
  visits: RawVisit[];
  sessions: RawSession[];
  villageIds: number[];
}

export type Figures = Record<string, [numerator: number, denominator: number, unknown: number]>;

const dayOf = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const isHandsOn = (topics: string[]) => topics.some((topic) => topic !== 'PROPAGANDA' && topic !== 'COURSES');

/** The day a year earlier; 29 February has its counterpart on the 28th. */
function yearBefore(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`;
}

function effectiveVisits(world: RawWorld): RawVisit[] {
  const replaced = new Set(world.visits.map((visit) => visit.correctsId));
  return world.visits
    .filter((visit) => !replaced.has(visit.id))
    .sort((a, b) => a.visitedAt.getTime() - b.visitedAt.getTime() || (a.id < b.id ? -1 : 1));
}

function lastKnown<K extends keyof RawVisit>(visits: RawVisit[], key: K): RawVisit[K] | null {
  return visits.findLast((visit) => visit[key] !== null)?.[key] ?? null;
}

interface HomeNow {
  villageId: number;
  skills: 'yes' | 'no' | 'unknown';
  guided: boolean;
  reached: boolean;
  adults: number | null;
  citizens14: number | null;
  smartphone: number | null;
  epayment: number | null;
  vneid: number | null;
  healthBook: number | null;
}

function homeNow(home: RawHome, all: RawVisit[], world: RawWorld): HomeNow {
  const visits = all.filter((visit) => visit.homeId === home.id);
  const sinceCount = visits.filter((visit) => home.countedAt === null || visit.visitedAt >= home.countedAt);
  const sessionDays = world.sessions
    .filter((s) => s.homeIds.includes(home.id) && s.form !== 'LOUDSPEAKER' && isHandsOn(s.topics))
    .map((session) => dayOf(session.heldAt));
  const metDays = visits.filter(({ result }) => result === 'MET').map(({ visitedAt }) => dayOf(visitedAt));
  const guidedDays = [
    ...visits.filter((v) => v.result === 'MET' && isHandsOn(v.topics)).map((v) => dayOf(v.visitedAt)),
    ...sessionDays,
  ];
  const assessed = visits.findLast((visit) => visit.skills !== null);
  const stillValid = assessed && dayOf(assessed.visitedAt) > yearBefore(world.today);
  return {
    villageId: home.villageId,
    skills: !stillValid ? 'unknown' : assessed.skills!.length >= 3 ? 'yes' : 'no',
    guided: guidedDays.some((day) => day >= world.planStartsOn && day <= world.planEndsOn),
    reached:
      metDays.some((day) => day >= world.planStartsOn) ||
      guidedDays.some((day) => day >= world.planStartsOn && day <= world.planEndsOn),
    adults: lastKnown(sinceCount, 'adults') ?? home.adults,
    citizens14: lastKnown(sinceCount, 'citizens14') ?? home.citizens14,
    smartphone: lastKnown(visits, 'smartphone'),
    epayment: lastKnown(visits, 'epayment'),
    vneid: lastKnown(visits, 'vneid'),
    healthBook: lastKnown(visits, 'healthBook'),
  };
}

function people(
  homes: HomeNow[],
  count: keyof HomeNow,
  among: 'adults' | 'citizens14',
): [number, number, number] {
  let [numerator, denominator, unknown] = [0, 0, 0];
  for (const home of homes) {
    const total = home[among];
    const counted = home[count] as number | null;
    if (total === null) unknown += 1;
    else {
      denominator += total;
      if (counted !== null) numerator += Math.min(counted, total);
      else if (total > 0) unknown += 1;
    }
  }
  return [numerator, denominator, unknown];
}

/** The six household indicators of each village of today. */
export function expectedFigures(world: RawWorld): Map<number, Figures> {
  const visits = effectiveVisits(world);
  const resident = world.homes.filter((home) => home.kind === 'HOUSEHOLD' && home.removedOn === null);
  const states = resident.map((home) => homeNow(home, visits, world));
  return new Map(
    world.villageIds.map((id) => {
      const homes = states.filter((home) => home.villageId === id);
      const having = (test: (home: HomeNow) => boolean) => homes.filter(test).length;
      const figures: Figures = {
        HOUSEHOLD_SKILLS: [
          having((h) => h.skills === 'yes'),
          homes.length,
          having((h) => h.skills === 'unknown'),
        ],
        HOUSEHOLDS_GUIDED: [having((h) => h.guided), homes.length, 0],
        EPAYMENT: people(homes, 'epayment', 'adults'),
        SMARTPHONE: people(homes, 'smartphone', 'adults'),
        HEALTH_BOOK: people(homes, 'healthBook', 'citizens14'),
        VNEID_LEVEL2: people(homes, 'vneid', 'citizens14'),
      };
      return [id, figures];
    }),
  );
}

export interface Activity {
  households: number;
  reached: number;
  month: number;
  weeks: number[];
  lastVisitAt: number | null;
}

export function expectedActivity(world: RawWorld): Map<number, Activity> {
  const visits = effectiveVisits(world);
  const resident = world.homes.filter((home) => home.kind === 'HOUSEHOLD' && home.removedOn === null);
  return new Map(
    world.villageIds.map((id) => {
      const homes = resident
        .filter((home) => home.villageId === id)
        .map((home) => homeNow(home, visits, world));
      const made = visits.filter((visit) => visit.villageId === id);
      const ages = made.map((v) => (Date.parse(world.today) - Date.parse(dayOf(v.visitedAt))) / 86_400_000);
      const activity: Activity = {
        households: homes.length,
        reached: homes.filter((home) => home.reached).length,
        month: ages.filter((age) => age >= 0 && age < 30).length,
        weeks: [7, 6, 5, 4, 3, 2, 1, 0].map(
          (week) => ages.filter((age) => age >= week * 7 && age < week * 7 + 7).length,
        ),
        lastVisitAt: made.length ? Math.max(...made.map((visit) => visit.visitedAt.getTime())) : null,
      };
      return [id, activity];
    }),
  );
}

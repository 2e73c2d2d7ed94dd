// The visits of one village: which homes were reached, how many knocks that took, and what was seen. A
// home's counters only rise from one visit to the next.
import { plusMinutes, sampleOpensAt } from './calendar.js';
import type { VisitFact } from './facts.js';
import { settleEpayment } from './exact-share.js';
import type { Home, HomeTruth } from './homes.js';
import type { TeamMember } from './people.js';
import type { Random } from './random.js';
import { knocks, type Knock } from './schedule.js';
import { correctSome, notes } from './visit-details.js';
import type { VillageProfile } from './villages.js';

const handsOn = [
  ['ONLINE_SERVICES', 26],
  ['VNEID_LEVEL2', 24],
  ['CASHLESS_PAYMENT', 22],
  ['HEALTH_BOOK', 16],
  ['POPULATION_DATA', 8],
  ['ESSENTIAL_SERVICES', 8],
] as const;
const businessTopics = ['ECOMMERCE', 'PRODUCTION_PLATFORMS', 'CASHLESS_PAYMENT'];

type Fate = 'NEVER' | 'MET' | 'MET_TWICE' | 'ABSENT' | 'REFUSED' | 'MOVED';

/** One home's turn at one knock. */
interface Turn {
  home: Home;
  result: VisitFact['result'];
  /** 0 for the first time that somebody was met, 1 for the second. */
  round: number;
  last: boolean;
  place: number;
}

export function villageVisits(
  random: Random,
  village: VillageProfile,
  homes: Home[],
  members: TeamMember[],
): VisitFact[] {
  const turns = villageTurns(random, village, homes);
  const schedule = knocks(random, village, members, turns.length);
  const met = new Map<Home, string>();
  const visits: VisitFact[] = [];
  schedule.forEach((knock, index) => {
    const turn = turns[index];
    if (!turn) return;
    // Nobody is visited twice on one day after having been met.
    if (turn.round > 0 && met.get(turn.home) === knock.day) return;
    if (turn.result === 'MET') met.set(turn.home, knock.day);
    // The village head strikes half of those who moved away off the roster, some others come back.
    if (turn.result === 'MOVED' && !village.exactEpayment && random.chance(0.5))
      turn.home.fact.removedOn = knock.day;
    visits.push(visitOf(random, turn, knock, members));
  });
  if (village.exactEpayment) settleEpayment(visits, homes);
  for (const home of met.keys()) settleCounts(home);
  return [...visits, ...correctSome(random, visits)];
}

/** Every turn in the order of the knocks: a lane after the other, with the closed doors tried again later. */
function villageTurns(random: Random, village: VillageProfile, homes: Home[]): Turn[] {
  const ranked = homes
    .map((home, index) => ({ home, rank: 0.6 * (index / homes.length) + 0.4 * random.next() }))
    .sort((left, right) => left.rank - right.rank);
  const reached = Math.round(village.reach * homes.length);
  const turns = ranked.flatMap(({ home }, index) => {
    const place = index < reached ? index / reached : random.next();
    return turnsOf(random, village, home, homeFate(random, village, index < reached), place);
  });
  return turns.sort((left, right) => left.place - right.place);
}

function homeFate(random: Random, village: VillageProfile, isReached: boolean): Fate {
  if (isReached) return random.chance(village.revisited) ? 'MET_TWICE' : 'MET';
  // Near the end everybody has been tried; early on most doors were not knocked at yet.
  if (!random.chance(Math.max(village.absent, 0.28 * village.reach, village.reach ** 4))) return 'NEVER';
  return random.weighted<Fate>([
    ['ABSENT', 60 + 100 * village.absent],
    ['REFUSED', 24],
    ['MOVED', 6],
  ]);
}

function turnsOf(random: Random, village: VillageProfile, home: Home, fate: Fate, place: number): Turn[] {
  if (fate === 'NEVER') return [];
  const turns: Turn[] = [];
  const later = (from: number, least: number) => from + least + random.next() * Math.max(0, 1 - from - least);
  const turn = (result: Turn['result'], at: number, round = 0, last = true) =>
    turns.push({ home, result, round, last, place: at });
  let at = place;
  // Three closed doors are enough; after that the home waits.
  for (let closed = 0; closed < 2 && random.chance(village.absent); closed += 1) {
    turn('ABSENT', at);
    at += 0.04 + random.next() * 0.12;
  }
  if (fate === 'ABSENT' || fate === 'REFUSED' || fate === 'MOVED') {
    turn(fate, at);
    return turns;
  }
  turn('MET', at, 0, fate === 'MET');
  if (fate === 'MET_TWICE') turn('MET', later(at, 0.1), 1);
  return turns;
}

function visitOf(random: Random, turn: Turn, knock: Knock, members: TeamMember[]): VisitFact {
  const recorder = recorderOf(knock, members);
  const recordedAt = plusMinutes(knock.at, 3 + random.next() * 8);
  const isMet = turn.result === 'MET';
  return {
    id: random.uuidAt(recordedAt),
    homeId: turn.home.fact.id,
    villageCode: turn.home.fact.villageCode,
    correctsId: null,
    correctionReason: null,
    visitedAt: knock.at,
    result: turn.result,
    topics: isMet ? topicsOf(random, turn.home.truth !== null) : [],
    ...(isMet && turn.home.truth ? seen(random, turn.home.truth, turn.home.fact.adults, turn.last) : unseen),
    note: random.chance(0.07) ? random.pick(notes[turn.result]) : null,
    performerIds: knock.performers.map(({ person }) => person.id),
    recordedById: recorder.person.id,
    recordedAt,
    receivedAt: receivedAt(random, recordedAt),
    deviceId: `dt-${recorder.person.id.slice(-8)}`,
  };
}

const unseen = {
  adults: null,
  citizens14: null,
  adultsWithSmartphone: null,
  adultsWithEpayment: null,
  vneidLevel2: null,
  healthBook: null,
  skills: null,
};

/** What the visitors counted. On the first of two visits the home is not as far as it will be. */
function seen(random: Random, truth: HomeTruth, rosterAdults: number | null, isLast: boolean) {
  const before = (count: number) => (isLast ? count : Math.max(0, count - (random.chance(0.45) ? 1 : 0)));
  const healthBook = before(truth.healthBook);
  const skills = isLast ? truth.skills : truth.skills.filter(() => random.chance(0.6));
  const recounted = rosterAdults !== truth.adults || random.chance(0.5);
  const asked = isLast || random.chance(0.95);
  return {
    adults: recounted ? truth.adults : null,
    citizens14: recounted ? truth.citizens14 : null,
    adultsWithSmartphone: asked ? before(truth.smartphone) : null,
    adultsWithEpayment: asked ? before(truth.epayment) : null,
    vneidLevel2: asked ? Math.max(healthBook, before(truth.vneidLevel2)) : null,
    healthBook: random.chance(0.95) ? healthBook : null,
    skills: asked ? skills : null,
  };
}

function topicsOf(random: Random, isHousehold: boolean): string[] {
  if (!isHousehold) return random.some(businessTopics, random.int(1, 3));
  // Now and then there is only time to leave the leaflet: that guides nobody.
  if (random.chance(0.025)) return ['PROPAGANDA'];
  const topics = new Set<string>();
  const wanted = random.weighted([
    [1, 20],
    [2, 40],
    [3, 30],
    [4, 10],
  ] as const);
  while (topics.size < wanted) topics.add(random.weighted<string>(handsOn));
  if (random.chance(0.3)) topics.add('PROPAGANDA');
  if (random.chance(0.06)) topics.add('COURSES');
  return [...topics];
}

/** A performer with an account, else the team's leader or whoever else can enter it. */
function recorderOf(knock: Knock, members: TeamMember[]): TeamMember {
  const withAccount = ({ person }: TeamMember) => person.login !== null;
  const recorder = knock.performers.find(withAccount) ?? members.find(withAccount) ?? knock.performers[0];
  if (!recorder) throw new Error('A visit without people');
  return recorder;
}

/** Most visits arrive at once; some phones find a network only in the evening or the next day. */
function receivedAt(random: Random, recordedAt: Date): Date {
  const delayMinutes = random.weighted([
    [0.2, 82],
    [90, 13],
    [900, 5],
  ] as const);
  const arrived = plusMinutes(recordedAt, delayMinutes * (0.3 + random.next()));
  return arrived < sampleOpensAt ? arrived : plusMinutes(sampleOpensAt, -5);
}

/** The roster as it stands today knows what the visits found. */
function settleCounts({ fact, truth }: Home): void {
  fact.adults = truth?.adults ?? null;
  fact.citizens14 = truth?.citizens14 ?? null;
}

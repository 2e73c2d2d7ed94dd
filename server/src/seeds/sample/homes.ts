// The roster of one village: households lane by lane, a handful of businesses, and beside each household
// what is true of it, which the roster doesn't know and the visits find out.
import { atMinute, communeFoundedOn, villagesMergedOn } from './calendar.js';
import type { HomeFact, HomeKind, HomeVillageFact } from './facts.js';
import { businessName, fullName, phone } from './names.js';
import type { Random } from './random.js';
import { formerVillageCode, type VillageProfile } from './villages.js';

export const skillTasks = [
  'VNEID_LOGIN',
  'CASHLESS_PAYMENT',
  'FIND_INFORMATION',
  'ONLINE_PROCEDURE',
  'RECOGNISE_SCAM',
];

/** What is so in a home, as its last visit would find it. */
export interface HomeTruth {
  adults: number;
  citizens14: number;
  smartphone: number;
  epayment: number;
  vneidLevel2: number;
  healthBook: number;
  skills: string[];
}

export interface Home {
  fact: HomeFact;
  /** Null for a business. */
  truth: HomeTruth | null;
}

const adultCounts = [
  [1, 8],
  [2, 37],
  [3, 24],
  [4, 20],
  [5, 7],
  [6, 3],
  [7, 1],
] as const;
const teenagerCounts = [
  [0, 70],
  [1, 23],
  [2, 7],
] as const;
const laneNames = [
  'Xóm Đình',
  'Xóm Chùa',
  'Xóm Giữa',
  'Xóm Bến',
  'Xóm Mới',
  'Xóm Đồng',
  'Xóm Trong',
  'Xóm Ngoài',
  'Xóm Cầu',
  'Xóm Điếm',
];
const businessKinds = [
  ['HOUSEHOLD_BUSINESS', 70],
  ['COOPERATIVE', 9],
  ['ENTERPRISE', 21],
] as const;
const homesPerLane = 24;
const businessShare = 0.02;

export function villageHomes(random: Random, village: VillageProfile, code: string, average: number): Home[] {
  const count = Math.max(1, Math.round(village.size * average));
  const lanes = villageLanes(random, Math.ceil(count / homesPerLane));
  const homes = Array.from({ length: count }, (_, index) => household(random, village, code, index, lanes));
  if (village.exactEpayment) fixAdults(homes, 5 * Math.round((201 * average) / 300));
  const businesses = Math.round(count * businessShare);
  for (let index = 0; index < businesses; index += 1)
    homes.push(business(random, village, code, index, lanes));
  return homes;
}

/** The dated rows that say where a home was: those of a merged village were in it before. */
export function homeVillages(homes: Home[], village: VillageProfile): HomeVillageFact[] {
  const moved = village.mergedFrom ? Math.round(homes.length / 4) : 0;
  return homes.flatMap(({ fact: { id, villageCode } }, index): HomeVillageFact[] => {
    if (index >= moved) return [{ homeId: id, villageCode, validFrom: communeFoundedOn, validTo: null }];
    return [
      { homeId: id, villageCode: formerVillageCode, validFrom: communeFoundedOn, validTo: villagesMergedOn },
      { homeId: id, villageCode, validFrom: villagesMergedOn, validTo: null },
    ];
  });
}

function villageLanes(random: Random, count: number): string[] {
  const hamlets = random.some(laneNames, Math.min(count, 4));
  return Array.from({ length: count }, (_, index) => hamlets[index] ?? `Ngõ ${index - hamlets.length + 1}`);
}

function household(
  random: Random,
  village: VillageProfile,
  code: string,
  index: number,
  lanes: string[],
): Home {
  const truth = homeTruth(random, village);
  const certain = village.exactEpayment;
  // One roster row in seven has no count of people, and one in sixteen a wrong one; visits find them out.
  const counted = certain || !random.chance(0.14);
  const adults =
    !certain && random.chance(0.06) ? Math.max(1, truth.adults + random.pick([-1, 1])) : truth.adults;
  const lane = lanes[Math.floor(index / homesPerLane)] ?? 'Xóm Giữa';
  const fact: HomeFact = {
    ...address(random, code, 'HOUSEHOLD', String(index + 1).padStart(4, '0'), lane),
    headName: fullName(random, 0.28),
    adults: counted ? adults : null,
    citizens14: counted && (certain || !random.chance(0.03)) ? Math.max(adults, truth.citizens14) : null,
    verifiedOn: village.rosterVerified || random.chance(0.3) ? `2025-09-${random.int(15, 30)}` : null,
  };
  return { fact, truth };
}

function business(
  random: Random,
  village: VillageProfile,
  code: string,
  index: number,
  lanes: string[],
): Home {
  const kind = random.weighted(businessKinds);
  const place = address(random, code, kind, `KD${String(index + 1).padStart(2, '0')}`, random.pick(lanes));
  const headName = businessName(random, kind, village.name);
  return {
    fact: { ...place, headName, adults: null, citizens14: null, verifiedOn: '2025-09-25' },
    truth: null,
  };
}

function address(random: Random, villageCode: string, kind: HomeKind, number: string, lane: string) {
  return {
    id: random.uuidAt(atMinute(communeFoundedOn, 480)),
    villageCode,
    kind,
    code: `${villageCode}-${number}`,
    lane,
    address: random.chance(0.7) ? `Số ${random.int(1, 98)}` : null,
    phone: phone(random),
    removedOn: null as string | null,
  };
}

function homeTruth(random: Random, village: VillageProfile): HomeTruth {
  const adults = random.weighted<number>(adultCounts);
  const citizens14 = adults + random.weighted<number>(teenagerCounts);
  // Homes differ more than people do: one lean for all of a home's counts.
  const lean = (random.next() - 0.5) * 2 * Math.min(0.14, (1 - village.smartphone) * 0.9);
  const holders = (people: number, share: number) => {
    let count = 0;
    for (let person = 0; person < people; person += 1) if (random.chance(share + lean)) count += 1;
    return count;
  };
  const smartphone = holders(adults, village.smartphone);
  const epayment = holders(smartphone, village.epayment / village.smartphone);
  const vneidLevel2 = holders(citizens14, village.smartphone * 0.86);
  const healthBook = holders(vneidLevel2, 0.45);
  return {
    adults,
    citizens14,
    smartphone,
    epayment,
    vneidLevel2,
    healthBook,
    skills: unaidedTasks(random, village.skilled),
  };
}

/** Three to five of the tasks where the home is skilled, fewer where it isn't; the easy ones first. */
function unaidedTasks(random: Random, skilled: number): string[] {
  const count = random.chance(skilled)
    ? random.weighted([
        [3, 45],
        [4, 33],
        [5, 22],
      ] as const)
    : random.weighted([
        [0, 34],
        [1, 36],
        [2, 30],
      ] as const);
  const byEase = skillTasks
    .map((task, ease) => ({ task, at: ease + random.next() * 2.5 }))
    .sort((a, b) => a.at - b.at);
  const done = new Set(byEase.slice(0, count).map(({ task }) => task));
  return skillTasks.filter((task) => done.has(task));
}

/** Brings the village to this many adults, so that exactly 80 % of them can exist. */
function fixAdults(homes: Home[], wanted: number): void {
  const counted = homes.filter((home): home is Home & { truth: HomeTruth } => home.truth !== null);
  let missing = wanted - counted.reduce((sum, { truth }) => sum + truth.adults, 0);
  const step = Math.sign(missing);
  for (const { fact, truth } of counted) {
    if (missing === 0) return;
    if (truth.adults + step < 1 || truth.adults + step > 5) continue;
    truth.adults += step;
    truth.citizens14 += step;
    truth.smartphone = Math.min(truth.smartphone, truth.adults);
    truth.epayment = Math.min(truth.epayment, truth.adults);
    truth.vneidLevel2 = Math.min(truth.vneidLevel2, truth.citizens14);
    truth.healthBook = Math.min(truth.healthBook, truth.vneidLevel2);
    fact.adults = truth.adults;
    fact.citizens14 = truth.citizens14;
    missing -= step;
  }
}

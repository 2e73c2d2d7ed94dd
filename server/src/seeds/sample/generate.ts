// The sample commune: Thượng Hồng with invented villages and people, two months into its plan. Pure and
// deterministic; the command line loads it with loadSample.
import type { SampleFacts } from './facts.js';
import { homeVillages, villageHomes } from './homes.js';
import { samplePeople } from './people.js';
import { Random } from './random.js';
import { counterSessions, dossierMonths, villageSessions } from './sessions.js';
import { sampleCommune, sampleUnits } from './units.js';
import { villageCode, villageProfiles } from './villages.js';
import { villageVisits } from './visits.js';

export interface SampleOptions {
  villages?: number;
  /** On average. */
  householdsPerVillage?: number;
}

export function generateSample(seed = 'thuong-hong-2025', options: SampleOptions = {}): SampleFacts {
  const { villages = 20, householdsPerVillage = 300 } = options;
  const random = new Random(seed);
  const profiles = villageProfiles(villages);
  const { membersOf, officers, ...people } = samplePeople(random.fork('people'), profiles);
  const staffId = officers.get('trungtam')?.id;
  if (!staffId) throw new Error('The Service Center has nobody');

  const byVillage = profiles.map((profile, index) => {
    const code = villageCode(index);
    const members = membersOf.get(code) ?? [];
    const homes = villageHomes(random.fork(`homes ${code}`), profile, code, householdsPerVillage);
    const visits = villageVisits(random.fork(`visits ${code}`), profile, homes, members);
    const sessions = villageSessions(random.fork(`sessions ${code}`), profile, code, homes, members);
    return { homes, visits, sessions, homeVillages: homeVillages(homes, profile) };
  });
  const homes = byVillage.flatMap((village) => village.homes);
  const center = random.fork('center');
  return {
    commune: sampleCommune,
    ...sampleUnits(profiles),
    ...people,
    homes: homes.map(({ fact }) => fact),
    homeVillages: byVillage.flatMap((village) => village.homeVillages),
    visits: byVillage.flatMap((village) => village.visits),
    sessions: [
      ...byVillage.flatMap((village) => village.sessions),
      ...counterSessions(center, homes, staffId),
    ],
    dossierMonths: dossierMonths(center, staffId),
  };
}

// Officers, village heads and teams, with their posts and dated memberships. All of them are invented.
import { atMinute, communeFoundedOn, teamsFoundedOn } from './calendar.js';
import type {
  Day,
  MembershipFact,
  PersonFact,
  PositionFact,
  PositionRole,
  SampleFacts,
  TeamFact,
} from './facts.js';
import { officeLogins } from './logins.js';
import { fullName, phone } from './names.js';
import type { Random } from './random.js';
import { formerVillageCode, villageCode, type VillageProfile } from './villages.js';

const teamTopics = [
  'VNEID_LEVEL2',
  'ONLINE_SERVICES',
  'CASHLESS_PAYMENT',
  'HEALTH_BOOK',
  'POPULATION_DATA',
  'ECOMMERCE',
  'PRODUCTION_PLATFORMS',
  'ESSENTIAL_SERVICES',
  'COURSES',
  'PROPAGANDA',
];
const nominators = ['HPN', 'HND', 'CCB', 'DTN', 'MTTQ'];
const foundingDecision = { decisionNumber: '424/QĐ-UBND', decisionDate: teamsFoundedOn };
// Where a member was replaced or a leader left, the change has a decision of its own.
const changeDecision = { decisionNumber: '512/QĐ-UBND (mẫu)', decisionDate: '2025-10-20' };
const changedOn: Day = '2025-10-20';
const leaderLeftOn: Day = '2025-11-05';

/** A member of a team with the days in it; visits are made by those who are in it then. */
export interface TeamMember {
  person: PersonFact;
  membership: MembershipFact;
}

export interface SamplePeople extends Pick<SampleFacts, 'people' | 'teams' | 'memberships' | 'positions'> {
  membersOf: Map<string, TeamMember[]>;
  /** By login. */
  officers: Map<string, PersonFact>;
}

export function samplePeople(random: Random, villages: VillageProfile[]): SamplePeople {
  const people: PersonFact[] = [];
  const positions: PositionFact[] = [];
  const teams: TeamFact[] = [];
  const membersOf = new Map<string, TeamMember[]>();
  const officers = new Map<string, PersonFact>();

  const addPerson = (
    own: Random,
    born: [number, number],
    login: string | null,
    skills: string[] = [],
  ): PersonFact => {
    const person = {
      id: own.uuidAt(atMinute(communeFoundedOn, 480)),
      fullName: fullName(own, 0.45),
      phone: phone(own),
      birthYear: own.int(...born),
      skills,
      login,
    };
    people.push(person);
    return person;
  };
  const addPosition = (
    own: Random,
    person: PersonFact,
    unitCode: string,
    role: PositionRole,
    validTo: Day | null = null,
  ) =>
    positions.push({
      id: own.uuidAt(atMinute(communeFoundedOn, 480)),
      personId: person.id,
      unitCode,
      role,
      validFrom: communeFoundedOn,
      validTo,
    });

  const offices = random.fork('offices');
  for (const { role, login, unitCode } of officeLogins) {
    const person = addPerson(offices, [1970, 1992], login);
    officers.set(login, person);
    addPosition(offices, person, unitCode, role);
  }
  // Heads of the other organisations and the rest of the council have no account.
  for (const unitCode of ['HND', 'CCB', 'DTN', 'CD']) {
    addPosition(offices, addPerson(offices, [1965, 1995], null), unitCode, 'MASS_ORG');
  }
  for (let seat = 0; seat < 6; seat += 1) {
    addPosition(offices, addPerson(offices, [1965, 1988], null), 'UBND', 'COUNCIL_MEMBER');
  }

  villages.forEach((village, index) => {
    const code = villageCode(index);
    const own = random.fork(code);
    addPosition(own, addPerson(own, [1958, 1982], `thon.${village.slug}`), code, 'VILLAGE_HEAD');
    if (village.mergedFrom) {
      addPosition(own, addPerson(own, [1955, 1970], null), formerVillageCode, 'VILLAGE_HEAD', '2025-09-01');
    }
    const team: TeamFact = {
      id: own.uuidAt(atMinute(teamsFoundedOn, 600)),
      villageCode: code,
      name: `Tổ công nghệ số cộng đồng thôn ${village.name}`,
      foundedOn: teamsFoundedOn,
      decisionNumber: foundingDecision.decisionNumber,
    };
    teams.push(team);
    membersOf.set(code, teamMembers(own, village, team, addPerson));
  });

  const memberships = [...membersOf.values()].flat().map(({ membership }) => membership);
  return { people, positions, teams, memberships, membersOf, officers };
}

function teamMembers(
  random: Random,
  village: VillageProfile,
  team: TeamFact,
  addPerson: (random: Random, born: [number, number], login: string | null, skills: string[]) => PersonFact,
): TeamMember[] {
  const members: TeamMember[] = [];
  const join = (
    role: MembershipFact['role'],
    login: string | null,
    validFrom: Day = teamsFoundedOn,
    validTo: Day | null = null,
    decision = foundingDecision,
  ) => {
    const born: [number, number] = role === 'LEADER' ? [1960, 1985] : [1962, 2004];
    const person = addPerson(random, born, login, random.some(teamTopics, random.int(2, 6)));
    const membership: MembershipFact = {
      id: random.uuidAt(atMinute(validFrom, 600)),
      teamId: team.id,
      villageCode: team.villageCode,
      personId: person.id,
      role,
      nominatedByCode: random.chance(0.6) ? random.pick(nominators) : null,
      validFrom,
      validTo,
      ...decision,
    };
    members.push({ person, membership });
  };

  if (village.hasLeader) join('LEADER', `to.${village.slug}`);
  else join('LEADER', null, teamsFoundedOn, leaderLeftOn);
  const deputies = village.hasLeader ? village.deputies : Math.max(1, village.deputies);
  for (let deputy = 0; deputy < deputies; deputy += 1) {
    join('DEPUTY', !village.hasLeader && deputy === 0 ? `to.${village.slug}` : null);
  }
  // Every second member enters visits; the others tell what they did to one who does.
  const others = village.members - members.length + (village.hasLeader ? 0 : 1);
  for (let other = 0; other < others; other += 1) {
    const login =
      other === 0
        ? `thanhvien.${village.slug}`
        : other % 2 === 0
          ? `thanhvien${other}.${village.slug}`
          : null;
    join('MEMBER', login);
  }
  // In a few of the larger teams somebody stepped down and another came.
  if (village.members >= 8) {
    const leaving = members.at(-1);
    if (leaving) leaving.membership.validTo = changedOn;
    join('MEMBER', null, changedOn, null, changeDecision);
  }
  return members;
}

/** Who was in the team on that day. */
export function membersOn(members: TeamMember[], day: Day): TeamMember[] {
  return members.filter(
    ({ membership: { validFrom, validTo } }) => validFrom <= day && (validTo === null || validTo > day),
  );
}

/**
 * One valid call for each operation of the API: what somebody who may would send. What a call uses up (a membership
 * that ends, a visit that is corrected) is made anew each time, so that only the caller decides the answer.
 */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { aVisit } from '../kit/visit.js';
import type { World } from '../kit/world.js';

export interface Call {
  document: string;
  variables: Record<string, unknown>;
}
type Village = 'DONG' | 'TAY';
type Prepare = (village: Village) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** What there is to read in each village. */
interface Stock {
  home: string;
  visit: string;
  session: string;
}

export async function prepareCalls(world: World) {
  const { owner, communeId, units, people } = world;
  const one = async (text: string, values: unknown[]) =>
    (await owner.query<{ id: string }>(text, values)).rows[0]!.id;
  const addVisit = (home: string, village: Village) =>
    one(
      `insert into visit (id, commune_id, household_id, village_id, visited_at, result, recorded_by_id, recorded_at, payload_hash)
       values ($1, $2, $3, $4, '2025-11-20', 'MET', $5, now(), '\\x00') returning id`,
      [randomUUIDv7(), communeId, home, units[village], people.vanhoa],
    );
  const addPerson = () =>
    one(
      `insert into person (commune_id, full_name, created_at) values ($1, 'Lê Thị Mới', now()) returning id`,
      [communeId],
    );
  const addMembership = async () =>
    one(
      `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from) values ($1, $2, $3, $4, 'MEMBER', '2025-10-01') returning id`,
      [communeId, world.teamId, units['DONG'], await addPerson()],
    );
  const stockOf = async (village: Village): Promise<Stock> => {
    const home = await world.home({ village });
    const session = await one(
      `insert into guidance_session (id, commune_id, village_id, form, held_at, place, topics, people_count, recorded_by_id, recorded_at, payload_hash)
       values ($1, $2, $3, 'GROUP', '2025-11-20', 'Nhà văn hoá', '{COURSES}', 9, $4, now(), '\\x00') returning id`,
      [randomUUIDv7(), communeId, units[village], people.vanhoa],
    );
    return { home, visit: await addVisit(home, village), session };
  };
  const stock = { DONG: await stockOf('DONG'), TAY: await stockOf('TAY') };
  const planId = await one('select id from plan where is_active', []);
  const targetId = await one('select id from plan_target limit 1', []);
  const monthId = await one(
    `insert into dossier_month (commune_id, ends_on, dossiers, dossiers_online, online_users, online_users_verified, recorded_by_id, recorded_at)
     values ($1, '2025-10-14', 10, 9, 5, 4, $2, now()) returning id`,
    [communeId, people.trungtam],
  );
  const flagId = await one(
    `insert into lag_flag (commune_id, plan_id, village_id, reason, severity, status, evidence, watched_on, opened_at)
     values ($1, $2, $3, 'NO_ACTIVITY', 'RED', 'OPEN', '{"onDay":"2025-11-09","lastVisitOn":null,"silentSince":"2025-10-01","days":39}', '2025-11-01', now()) returning id`,
    [communeId, planId, units['TAY']],
  );
  const history = `insert into indicator_history (commune_id, plan_id, org_unit_id, indicator_code, on_date, numerator, denominator) values ($1, $2, $3, 'SMARTPHONE', '2025-11-20', 1, 2)`;
  await owner.query(history, [communeId, planId, units['DONG']]);
  const membershipId = await addMembership();

  const nothing: Prepare = () => ({});
  const unit: Prepare = (village) => ({ unit: String(units[village]) });
  const filtered = (name: string) =>
    `query ($unit: ID!) { ${name}(filter: { villageId: { eq: $unit } }) { nodes { id } } }`;
  const byId = (name: string) => `query ($id: ID!) { ${name}(id: $id) { id } }`;
  const id =
    (value: string): Prepare =>
    () => ({ id: value });
  const ofStock =
    (key: keyof Stock): Prepare =>
    (village) => ({ id: stock[village][key] });
  const freshHome: Prepare = async (village) => ({ id: await world.home({ village }) });
  const mutation = (name: string, type: string): string =>
    `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;

  const calls: Record<string, [document: string, prepare: Prepare]> = {
    me: ['{ me { login clock { now } } }', nothing],
    orgUnits: ['{ orgUnits { nodes { id } } }', nothing],
    orgUnit: [byId('orgUnit'), (village) => ({ id: String(units[village]) })],
    activePlan: ['{ activePlan { id } }', nothing],
    plans: ['{ plans { nodes { id } } }', nothing],
    plan: [byId('plan'), id(planId)],
    planTargets: ['{ planTargets { nodes { id } } }', nothing],
    planTarget: [byId('planTarget'), id(targetId)],
    topics: ['{ topics { code } }', nothing],
    scoreboard: ['{ scoreboard { villages { id flags { id } } } }', nothing],
    scoreboardChanged: ['subscription { scoreboardChanged { at } }', nothing],
    indicators: ['{ indicators { code } }', nothing],
    indicatorHistory: [
      `query ($unit: ID!) { indicatorHistory(orgUnitId: $unit, indicatorCode: "SMARTPHONE") { onDate } }`,
      unit,
    ],
    lagFlags: ['{ lagFlags { nodes { id } } }', nothing],
    lagFlag: [byId('lagFlag'), id(flagId)],
    people: ['{ people { nodes { id phone } } }', nothing],
    person: [byId('person'), id(people.totruong)],
    teams: ['{ teams { nodes { id } } }', nothing],
    team: [byId('team'), id(world.teamId)],
    memberships: ['{ memberships { nodes { id } } }', nothing],
    membership: [byId('membership'), id(membershipId)],
    households: [filtered('households'), unit],
    householdsAggregate: [
      'query ($unit: ID!) { householdsAggregate(filter: { villageId: { eq: $unit } }) { count } }',
      unit,
    ],
    household: [byId('household'), ofStock('home')],
    visits: [filtered('visits'), unit],
    visitsAggregate: [
      'query ($unit: ID!) { visitsAggregate(filter: { villageId: { eq: $unit } }) { count } }',
      unit,
    ],
    visit: [byId('visit'), ofStock('visit')],
    guidanceSessions: [filtered('guidanceSessions'), unit],
    guidanceSession: [byId('guidanceSession'), ofStock('session')],
    dossierMonths: ['{ dossierMonths { nodes { id } } }', nothing],
    dossierMonth: [byId('dossierMonth'), id(monthId)],
    addHousehold: [
      mutation('addHousehold', 'AddHouseholdInput'),
      (village) => ({
        input: { villageId: String(units[village]), headName: 'Trần Thị Thêm', code: randomUUID() },
      }),
    ],
    changeHousehold: [
      'mutation ($id: ID!) { changeHousehold(id: $id, version: 1, input: { lane: "Ngõ 9" }) { id } }',
      freshHome,
    ],
    verifyHousehold: ['mutation ($id: ID!) { verifyHousehold(id: $id) { id } }', freshHome],
    recordVisit: [
      mutation('recordVisit', 'RecordVisitInput'),
      (village) => ({ input: aVisit(stock[village].home) }),
    ],
    correctVisit: [
      'mutation ($visit: ID!, $input: RecordVisitInput!) { correctVisit(visitId: $visit, reason: "đếm nhầm", input: $input) { id } }',
      async (village) => {
        const { home } = stock[village];
        return { visit: await addVisit(home, village), input: aVisit(home) };
      },
    ],
    recordGuidanceSession: [
      mutation('recordGuidanceSession', 'RecordGuidanceSessionInput'),
      (village) => ({
        input: {
          id: randomUUIDv7(),
          form: 'GROUP',
          heldAt: '2025-11-30T08:00:00+07:00',
          place: 'Nhà văn hoá',
          topics: ['ECOMMERCE'],
          peopleCount: 12,
          villageId: String(units[village]),
        },
      }),
    ],
    recordDossierMonth: [
      mutation('recordDossierMonth', 'RecordDossierMonthInput'),
      () => ({
        input: {
          endsOn: '2025-11-14',
          dossiers: 9,
          dossiersOnline: 8,
          onlineUsers: 7,
          onlineUsersVerified: 6,
        },
      }),
    ],
    addMember: [
      mutation('addMember', 'AddMemberInput'),
      async () => ({ input: { teamId: world.teamId, personId: await addPerson() } }),
    ],
    changeMemberRole: [
      'mutation ($id: ID!) { changeMemberRole(id: $id, role: DEPUTY, from: "2025-12-01") { id } }',
      async () => ({ id: await addMembership() }),
    ],
    endMembership: [
      'mutation ($id: ID!) { endMembership(id: $id, on: "2025-12-01") { id } }',
      async () => ({ id: await addMembership() }),
    ],
    addPerson: [mutation('addPerson', 'PersonInput'), () => ({ input: { fullName: 'Lê Văn Thêm' } })],
    changePerson: [
      'mutation ($id: ID!) { changePerson(id: $id, input: { fullName: "Lê Văn Đổi" }) { id } }',
      async () => ({ id: await addPerson() }),
    ],
    addOrgUnit: [
      mutation('addOrgUnit', 'AddOrgUnitInput'),
      () => ({ input: { kind: 'MASS_ORGANIZATION', code: randomUUID(), name: 'Hội' } }),
    ],
    renameOrgUnit: [
      'mutation ($id: ID!) { renameOrgUnit(id: $id, name: "Tên khác") { id } }',
      id(String(units['MTTQ'])),
    ],
    recomputeCommune: ['mutation { recomputeCommune }', nothing],
    setBusinessClock: [
      'mutation { setBusinessClock(now: "2025-12-01T08:00:00+07:00") { assumed } }',
      nothing,
    ],
    signIn: ['mutation { signIn(login: "vanhoa", password: "một-mật-khẩu-thử") { login } }', nothing],
    signOut: ['mutation { signOut }', nothing],
  };
  return {
    operations: Object.keys(calls),
    async call(operation: string, village: Village): Promise<Call> {
      const [document, prepare] = calls[operation]!;
      return { document, variables: await prepare(village) };
    },
  };
}

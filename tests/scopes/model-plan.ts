/** What everybody with a position sees: organisations, the plan, its figures, warnings; and the people and teams. */
import { has, reachOf, seesRowsOf } from './caller.js';
import type { Membership } from './fact-rows.js';
import { holdsToday } from './facts.js';
import type { Ask, Row, TypeModel } from './model.js';
import { sortKey } from './text.js';

const byName = ({ world }: Ask, personId: unknown): string =>
  sortKey(world.person.find(({ id }) => id === personId)!.fullName);

const rank = ['LEADER', 'DEPUTY', 'MEMBER'];

/** Who is in a team today: the leader, deputies, members, each by name. */
function membersToday(ask: Ask, teamId: string): Row[] {
  const collator = new Intl.Collator('vi');
  return ask
    .all('Membership')
    .filter((row) => row['teamId'] === teamId && holdsToday(row as Membership))
    .toSorted(
      (a, b) =>
        rank.indexOf(a['role'] as string) - rank.indexOf(b['role'] as string) ||
        collator.compare(byName(ask, a['personId']), byName(ask, b['personId'])) ||
        (a['id'] < b['id'] ? -1 : 1),
    );
}

function warningsOf(members: Row[]): string[] {
  const count = (role: string) => members.filter((member) => member['role'] === role).length;
  return [
    ...(count('LEADER') === 0 ? ['NO_LEADER'] : []),
    ...(members.length < 3 ? ['TOO_FEW_MEMBERS'] : []),
    ...(members.length > 12 ? ['TOO_MANY_MEMBERS'] : []),
    ...(count('DEPUTY') > 2 ? ['TOO_MANY_DEPUTIES'] : []),
  ];
}

export const masked = (phone: string | null) => phone && `${phone.slice(0, 4)}***${phone.slice(-3)}`;

/** A person's phone is whole for who works with them: who calls every home, or those of the village of their team. */
function phoneOf(person: Row, { world, caller }: Ask): unknown {
  const { commune, units } = reachOf(caller, 'see whole phones');
  const worksWith = world.teamMembership.some(
    (row) => row.personId === person['id'] && holdsToday(row) && units.includes(row.villageId),
  );
  return caller.viewing === null && (commune || worksWith)
    ? person['phone']
    : masked(person['phone'] as string);
}

/** The rows of a type that belong to this plan, in its order. */
const ofPlan = (type: string) => (plan: Row, ask: Ask) =>
  ask
    .all(type)
    .filter(({ planId }) => planId === plan['id'])
    .toSorted((a, b) => a['ordinal'] - b['ordinal']);

const ofClause = (rows: Row[], clause: Row) =>
  rows.filter((row) => row['planId'] === clause['planId'] && row['clauseCode'] === clause['code']);

/** Who may not see small counts sees none of the people and homes that a warning rests on. */
function evidenceOf({ evidence }: Row, { caller }: Ask): Row {
  const { numerator, denominator, ...rest } = evidence as Row;
  const counts =
    numerator === undefined ? {} : { numerator: numerator as number, denominator: denominator as number };
  return has(caller, 'see small counts') ? { ...rest, ...counts } : rest;
}

export const planModel: Record<string, TypeModel> = {
  Commune: { needs: 'anybody', table: 'commune' },
  OrgUnit: {
    needs: 'see the organisations',
    table: 'orgUnit',
    searched: ({ name }) => name as string,
    order: ['kind', 'sortOrder'],
    values: {
      parent: (row, ask) => ask.one('OrgUnit', row['parentId']),
      successors: (row, ask) =>
        ask.world.villageSuccession
          .filter(({ predecessorId }) => predecessorId === row['id'])
          .map(({ successorId }) => ask.one('OrgUnit', successorId)),
      team: (row, ask) => ask.all('Team').find(({ villageId }) => villageId === row['id']) ?? null,
    },
  },
  Person: {
    needs: 'see the people',
    fields: { birthYear: 'keep the list of people' },
    table: 'person',
    sees: (row, ask) => row['id'] === ask.caller.personId || seesRowsOf(ask.caller, 'see the people'),
    searched: ({ fullName }) => fullName as string,
    order: ['sortName'],
    inputs: { sortName: ({ fullName }) => sortKey(fullName as string) },
    values: {
      phone: phoneOf,
      skills: ({ id }, { world }) =>
        world.personSkill.filter(({ personId }) => personId === id).map(({ topic }) => topic),
      hasAccount: ({ id }, { world }) =>
        world.account.some(({ personId, disabledAt }) => personId === id && disabledAt === null),
    },
  },
  Team: {
    needs: 'see the teams',
    table: 'team',
    searched: ({ name }) => name as string,
    order: ['villageOrder'],
    inputs: {
      villageOrder: ({ villageId }, { world }) => world.orgUnit.find(({ id }) => id === villageId)!.sortOrder,
    },
    values: {
      village: (row, ask) => ask.one('OrgUnit', row['villageId']),
      members: (row, ask) => membersToday(ask, row['id'] as string),
      memberCount: (row, ask) => membersToday(ask, row['id'] as string).length,
      leader: (row, ask) =>
        membersToday(ask, row['id'] as string).find(({ role }) => role === 'LEADER') ?? null,
      warnings: (row, ask) => warningsOf(membersToday(ask, row['id'] as string)),
    },
  },
  Membership: {
    needs: 'see the teams',
    table: 'teamMembership',
    searched: ({ personId }, { world }) => world.person.find(({ id }) => id === personId)!.fullName,
    order: ['personName'],
    inputs: { personName: ({ personId }, ask) => byName(ask, personId) },
    values: {
      team: (row, ask) => ask.one('Team', row['teamId']),
      person: (row, ask) => ask.one('Person', row['personId']),
      nominatedBy: (row, ask) => ask.one('OrgUnit', row['nominatedById']),
    },
  },
  Plan: {
    needs: 'see the plan',
    table: 'plan',
    order: ['-startsOn'],
    values: {
      clauses: ofPlan('PlanClause'),
      tasks: ofPlan('PlanTask'),
      targets: ofPlan('PlanTarget'),
    },
  },
  PlanClause: {
    needs: 'see the plan',
    table: 'planClause',
    values: {
      tasks: (row, ask) => ofClause(ask.all('PlanTask'), row),
      targets: (row, ask) =>
        ofClause(ask.all('PlanTarget'), row).toSorted((a, b) => a['ordinal'] - b['ordinal']),
    },
  },
  PlanTask: {
    needs: 'see the plan',
    table: 'planTask',
    values: {
      units: (row, { world }) =>
        world.planTaskUnit
          .filter(({ taskId }) => taskId === row['id'])
          .toSorted((a, b) => Number(b.isLead) - Number(a.isLead) || a.orgUnitId - b.orgUnitId),
    },
  },
  PlanTaskUnit: {
    needs: 'see the plan',
    values: { orgUnit: (row, ask) => ask.one('OrgUnit', row['orgUnitId']) },
  },
  PlanTarget: {
    needs: 'see the plan',
    table: 'planTarget',
    order: ['planId', 'ordinal'],
    values: { plan: (row, ask) => ask.one('Plan', row['planId']) },
  },
  Topic: { needs: 'see the plan', unforetold: ['*'] },
  Indicator: { needs: 'see the figures', unforetold: ['*'] },
  IndicatorPoint: { needs: 'see the figures', unforetold: ['*'] },
  Scoreboard: { needs: 'see the figures', unforetold: ['*'] },
  ScoreboardIndicator: { needs: 'see the figures', unforetold: ['*'] },
  ScoreboardVillage: { needs: 'see the figures', unforetold: ['*'] },
  ScoreboardCell: { needs: 'see the figures', unforetold: ['*'] },
  ScoreboardChange: { needs: 'see the figures', unforetold: ['*'] },
  ScoreboardFlag: { needs: 'see the warnings', unforetold: ['*'] },
  LagFlag: {
    needs: 'see the warnings',
    table: 'lagFlag',
    order: ['-watchedOn'],
    unforetold: ['sentenceVi', 'sentenceEn'],
    values: { village: (row, ask) => ask.one('OrgUnit', row['villageId']), evidence: evidenceOf },
  },
};

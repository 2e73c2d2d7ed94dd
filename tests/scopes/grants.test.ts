import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { grantOf, withGrant, type Reach } from '../kit/policy.js';
import { callerOf, type Caller } from './caller.js';
import { dutyRow, duties, type Duty, type Mark } from './duties.js';
import { roles, type Role } from './facts.js';
import { placesOf, type Place } from './places.js';
import { doingProbes, readingProbes, tellingProbe, type Probe } from './probes.js';
import { openStage, type Stage } from './stage.js';

// A wrong grant is put into the server's table, one at a time, and the oracle's questions are asked: somebody has to
// notice. What nobody notices is a grant that these tests do not test.
let stage: Stage;
let places: Place[];
beforeAll(async () => {
  stage = await openStage();
  places = placesOf(stage.world).slice(0, 2);
});
afterAll(() => stage.close());

/** Somebody who holds this role and no other. */
const holders: Record<Role, string> = {
  LEADER: 'lanhdao',
  OFFICE: 'chuyenvien',
  COMMUNE_OFFICE: 'vanphong',
  SERVICE_CENTER: 'trungtam',
  FRONT: 'mattran',
  MASS_ORG: 'phunu',
  COUNCIL_MEMBER: 'hoidong',
  VILLAGE_HEAD: 'truongthon.dong',
  TEAM_LEADER: 'totruong.dong',
  TEAM_MEMBER: 'thanhvien.dong',
  STEERING_VIEWER: 'chidao',
  CITY_VIEWER: 'sokhcn',
  ADMIN: 'quantri',
};

interface Mutant {
  role: Role;
  duty: Duty;
  action: string;
  reach: Reach | null;
  what: string;
}

const reachOfMark: Record<Mark, Reach | null> = { C: 'commune', U: 'unit', S: 'self', '.': null };

/** Every grant dropped, widened, narrowed; and every one that there is not, given. */
const mutants: Mutant[] = duties.flatMap(({ duty, ability, marks }) =>
  roles.flatMap((role) => {
    const held = reachOfMark[marks[role]];
    const others: (Reach | null)[] =
      held === null
        ? ['commune']
        : [null, ...(['unit', 'commune'] as const).filter((reach) => reach !== held)];
    return others.map((reach) => ({
      role,
      duty,
      action: ability,
      reach,
      what: `${role} ${ability}: ${held ?? 'none'} → ${reach ?? 'none'}`,
    }));
  }),
);

/** On ordinary days every grant dropped or widened and a part of the rest, another part each day of the month. */
const part = new Date().getDate() % 4;
const chosen = process.env['TEST_DEEP']
  ? mutants
  : mutants.filter((mutant, index) => isTelling(mutant) || index % 4 === part);
function isTelling({ role, duty, reach }: Mutant): boolean {
  const mark = dutyRow(duty).marks[role];
  return mark !== '.' && (reach === null || mark === 'U');
}

async function anyNotices(probes: Probe[]): Promise<boolean> {
  for (const probe of probes) if (await probe()) return true;
  return false;
}

test('the table that is broken here is the one that the oracle was written for', () => {
  for (const { role, duty, action } of mutants)
    expect([role, action, grantOf(role, action) ?? null]).toEqual([
      role,
      action,
      reachOfMark[dutyRow(duty).marks[role]],
    ]);
});

test('every wrong grant is noticed', async () => {
  const callers = new Map<Role, Caller>(roles.map((role) => [role, callerOf(stage.world, holders[role])]));
  const noticed = new Set<Mutant>();
  const told = new Set<Mutant>();
  // All that only reads first, over facts that stand still.
  for (const probesOf of [readingProbes, doingProbes]) {
    for (const mutant of chosen.filter((each) => !noticed.has(each))) {
      const caller = callers.get(mutant.role)!;
      const probes = probesOf({ stage, caller, duty: mutant.duty, places });
      await withGrant(mutant, async () => {
        if (await anyNotices(probes)) noticed.add(mutant);
        if (await tellingProbe({ stage, caller })()) told.add(mutant);
      });
    }
  }
  console.log(
    noticed.size,
    'of',
    chosen.length,
    chosen
      .filter((m) => !noticed.has(m))
      .map((m) => m.what)
      .join('\n'),
  );
  expect(chosen.filter((mutant) => !told.has(mutant)).map(({ what }) => what)).toEqual([]);
}, 300_000);

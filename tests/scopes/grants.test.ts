import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { grantOf, withGrant, type Reach } from '../kit/policy.js';
import { callerOf, type Caller } from './caller.js';
import { dutyRow, duties, type Duty, type Mark } from './duties.js';
import { roles, type Role } from './facts.js';
import { placesOf, type Place } from './places.js';
import { doingProbes, isShutOtherwise, readingProbes, tellingProbe, type Probe } from './probes.js';
import { openStage, type Stage } from './stage.js';

// A wrong grant is put into the server's table, one at a time, and the oracle's questions are asked: somebody has to
// notice. What nobody notices is a grant that these tests do not test.
let stage: Stage;
let places: Place[];
let callers: Record<Role, Caller>;
beforeAll(async () => {
  stage = await openStage();
  places = placesOf(stage.world).slice(0, 2);
  callers = Object.fromEntries(
    roles.map((role) => [role, callerOf(stage.world, holders[role])]),
  ) as typeof callers;
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
  TEAM_LEADER: 'topho.dong',
  TEAM_MEMBER: 'thanhvien2.dong',
  STEERING_VIEWER: 'chidao',
  CITY_VIEWER: 'sokhcn',
  ADMIN: 'quantri',
};

interface Mutant {
  role: Role;
  duty: Duty;
  action: string;
  held: Reach | null;
  reach: Reach | null;
}

const reachOfMark: Record<Mark, Reach | null> = { C: 'commune', U: 'unit', S: 'self', '.': null };
const spoken = ({ role, action, held, reach }: Mutant) =>
  `${role} ${action}: ${held ?? 'none'} → ${reach ?? 'none'}`;

/** Every grant dropped, widened, narrowed; and every one that there is not, given. */
const mutants: Mutant[] = duties.flatMap(({ duty, ability: action, marks }) =>
  roles.flatMap((role) => {
    const held = reachOfMark[marks[role]];
    const others: (Reach | null)[] =
      held === null
        ? ['commune']
        : [null, ...(['unit', 'commune'] as const).filter((reach) => reach !== held)];
    return others.map((reach) => ({ role, duty, action, held, reach }));
  }),
);

/** A grant of which only the reach is wrong, where the reach means nothing: what is done has no place. */
function hasNoPlace({ duty, held, reach }: Mutant): boolean {
  if (held === null || reach === null) return false;
  // One's own, whatever the reach says; and which visits are seen follows from which homes are.
  if (duty === 'make keys' || duty === 'see the visits') return true;
  if (duty === 'delegate') return held !== 'self';
  return duty !== 'take homes out' && !Object.values(dutyRow(duty).marks).includes('U');
}

/** On ordinary days what is dropped or widened and a part of the rest, another part each day. */
const parts = 8;
const part = new Date().getDate() % parts;
const isTelling = ({ held, reach }: Mutant) => held !== null && (reach === null || held === 'unit');
const chosen = process.env['TEST_DEEP']
  ? mutants
  : mutants.filter((mutant, index) => isTelling(mutant) || index % parts === part);

/** Whether one of these differs while the grant is wrong, and would not without. */
async function isNoticed(mutant: Mutant, probes: Probe[]): Promise<boolean> {
  for (const probe of probes) if ((await withGrant(mutant, probe)) && !(await probe())) return true;
  return false;
}

test('the table that is broken here is the one that the oracle was written for', () => {
  const table = mutants.map(({ role, action, held }) => [role, action, held]);
  expect(mutants.map(({ role, action }) => [role, action, grantOf(role, action) ?? null])).toEqual(table);
});

describe('a wrong grant', () => {
  test('shows in what the panel is told, whichever it is', async () => {
    const probes = new Map(roles.map((role) => [role, tellingProbe({ stage, caller: callers[role] })]));
    for (const [role, probe] of probes) expect([role, await probe()]).toEqual([role, false]);
    const unnoticed: string[] = [];
    for (const mutant of mutants)
      if (!(await withGrant(mutant, probes.get(mutant.role)!))) unnoticed.push(spoken(mutant));
    expect(unnoticed).toEqual([]);
  }, 120_000);

  test('shows in what is answered and done, unless another lock is before it', async () => {
    let unnoticed = chosen.filter((mutant) => !hasNoPlace(mutant));
    // All that only reads first, over facts that stand still.
    for (const probesOf of [readingProbes, doingProbes]) {
      const left: Mutant[] = [];
      for (const mutant of unnoticed) {
        const probes = probesOf({ stage, caller: callers[mutant.role], duty: mutant.duty, places });
        if (!(await isNoticed(mutant, probes))) left.push(mutant);
      }
      unnoticed = left;
    }
    const open = unnoticed.filter(
      ({ role, duty }) => !isShutOtherwise({ stage, caller: callers[role], duty, places }),
    );
    expect(open.map(spoken)).toEqual([]);
  }, 600_000);
});

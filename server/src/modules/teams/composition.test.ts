import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { byRole, mostAtOnce, TeamWarning, teamWarnings } from './composition.js';
import { MembershipRole } from './membership.entity.js';

const { LEADER, DEPUTY, MEMBER } = MembershipRole;
const people = (...roles: MembershipRole[]) => roles.map((role) => ({ role }));
const crowd = (size: number) => people(LEADER, ...Array<MembershipRole>(size - 1).fill(MEMBER));

describe('what is unusual about a team', () => {
  test('nothing about a leader, a deputy and a member', () => {
    expect(teamWarnings(people(LEADER, DEPUTY, MEMBER))).toEqual([]);
  });

  test('an empty team has nobody to lead it and too few people', () => {
    expect(teamWarnings([])).toEqual([TeamWarning.NO_LEADER, TeamWarning.TOO_FEW_MEMBERS]);
  });

  test('a vacancy of the leader is told', () => {
    expect(teamWarnings(people(DEPUTY, DEPUTY, MEMBER))).toEqual([TeamWarning.NO_LEADER]);
  });

  test('two are too few, three are enough', () => {
    expect(teamWarnings(crowd(2))).toEqual([TeamWarning.TOO_FEW_MEMBERS]);
    expect(teamWarnings(crowd(3))).toEqual([]);
  });

  test('twelve are enough, thirteen are too many', () => {
    expect(teamWarnings(crowd(12))).toEqual([]);
    expect(teamWarnings(crowd(13))).toEqual([TeamWarning.TOO_MANY_MEMBERS]);
  });

  test('a third deputy, from an old list, is told', () => {
    expect(teamWarnings(people(LEADER, DEPUTY, DEPUTY, DEPUTY))).toEqual([TeamWarning.TOO_MANY_DEPUTIES]);
  });
});

describe('how many hold a role at once', () => {
  const period = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo });

  test('one who leaves on the day another comes is not counted with them', () => {
    const deputies = [period('2025-09-01', '2025-10-01'), period('2025-10-01')];
    expect(mostAtOnce(deputies, '2025-09-15')).toBe(1);
  });

  test('those who left before are forgotten, those who come later are not', () => {
    const deputies = [period('2025-08-01', '2025-09-01'), period('2025-11-01'), period('2025-12-01')];
    expect(mostAtOnce(deputies, '2025-09-01')).toBe(2);
    expect(mostAtOnce([], '2025-09-01')).toBe(0);
  });

  test('is what counting day by day gives', () => {
    const day = fc.integer({ min: 0, max: 29 }).map((days) => `2025-11-${String(days + 1).padStart(2, '0')}`);
    const periods = fc.array(
      fc
        .tuple(day, fc.option(day))
        .map(([a, b]) => (b && b <= a ? period(b, a > b ? a : null) : period(a, b))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(periods, day, (held, from) => {
        const days = Array.from({ length: 40 }, (_, index) =>
          new Date(Date.UTC(2025, 10, 1 + index)).toISOString().slice(0, 10),
        );
        const counts = days
          .filter((one) => one >= from)
          .map(
            (one) =>
              held.filter(({ validFrom, validTo }) => validFrom <= one && !(validTo && validTo <= one))
                .length,
          );
        expect(mostAtOnce(held, from)).toBe(Math.max(...counts));
      }),
    );
  });
});

test('the leader comes first, then deputies, each group as it was', () => {
  const named = [
    { name: 'An', role: MEMBER },
    { name: 'Bình', role: DEPUTY },
    { name: 'Chi', role: MEMBER },
    { name: 'Dung', role: LEADER },
  ];
  expect(byRole(named).map(({ name }) => name)).toEqual(['Dung', 'Bình', 'An', 'Chi']);
});

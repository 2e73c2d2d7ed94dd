import { describe, expect, test } from '@jest/globals';
import { toScoreboard } from './scoreboard.map.js';
import type { ScoreboardRow } from './scoreboard.sql.js';

const plan = { id: 'p1' } as ScoreboardRow['plan'];
const targets = [
  'HOUSEHOLD_SKILLS II.2.a GTE 70 0.00 2025-10-01 2025-12-31',
  'ONLINE_DOSSIERS II.2.b GTE 90 0.00 2025-10-01 2025-12-31',
  'EPAYMENT II.2.c GT 80 0.00 2025-10-01 2025-12-31',
  'HEALTH_BOOK II.2.e - 0 0.00 2025-10-01 2025-12-31',
].join(';');
const empty = {
  households: null,
  households_visited: null,
  visits_30_days: null,
  weekly_visits: null,
  last_visit_at: null,
  figures: null,
  as_of: null,
  flags: null,
  plan: null,
  targets: null,
};
const head: ScoreboardRow = {
  ...empty,
  id: 1,
  code: 'UBND',
  name: 'UBND xã',
  is_village: false,
  plan,
  targets,
};
const village = (id: number, row: Partial<ScoreboardRow> = {}): ScoreboardRow => ({
  ...empty,
  id,
  code: `T${id}`,
  name: `Thôn ${id}`,
  is_village: true,
  ...row,
});
const evidence = { onDay: '2025-12-20', lastVisitOn: null, silentSince: '2025-10-01', days: 80 };
const flags = (...severities: string[]) =>
  JSON.stringify(severities.map((severity, i) => [`f${i}`, 'NO_ACTIVITY', severity, '', evidence]));

const board = (rows: ScoreboardRow[], today = '2025-12-31') => toScoreboard([head, ...rows], today, null)!;

describe('the scoreboard', () => {
  test('is empty-handed without an active plan', () => {
    expect(toScoreboard([], '2025-12-31', null)).toBeNull();
    expect(toScoreboard([{ ...head, plan: null }], '2025-12-31', null)).toBeNull();
  });

  test('shows the plan’s indicators in its order, and villages only those they have figures for', () => {
    const { indicators, villages } = board([village(2)]);
    expect(indicators.map(({ code, byVillage }) => [code, byVillage])).toEqual([
      ['HOUSEHOLD_SKILLS', true],
      ['ONLINE_DOSSIERS', false],
      ['EPAYMENT', true],
      ['HEALTH_BOOK', true],
    ]);
    expect(villages[0]!.cells.map(({ indicatorCode }) => indicatorCode)).toEqual([
      'HOUSEHOLD_SKILLS',
      'EPAYMENT',
      'HEALTH_BOOK',
    ]);
  });

  test('says "đúng 80%, chưa đạt" of 804 in 1005, and "chưa có số liệu" of what nobody counted', () => {
    const [skills, epayment, healthBook] = board([
      village(2, { figures: 'EPAYMENT 804 1005 12;HEALTH_BOOK 0 0 0' }),
    ]).villages[0]!.cells as [object, object, object];
    expect(epayment).toEqual({
      indicatorCode: 'EPAYMENT',
      numerator: 804,
      denominator: 1005,
      basisPoints: 8000,
      unknownHouseholds: 12,
      expectedPercent: 80,
      status: 'ON_TRACK',
      exactlyAtTarget: true,
      hidden: false,
    });
    expect(skills).toMatchObject({
      numerator: null,
      basisPoints: null,
      status: 'NO_DATA',
      expectedPercent: 70,
    });
    expect(healthBook).toMatchObject({
      numerator: 0,
      denominator: 0,
      basisPoints: null,
      status: 'NO_TARGET',
    });
  });

  test('puts first who needs help most: by red flags, then by the largest shortfall', () => {
    const { villages } = board([
      village(2, { figures: 'EPAYMENT 90 100 0' }),
      village(3, { figures: 'EPAYMENT 10 100 0' }),
      village(4, { figures: 'EPAYMENT 79 100 0', flags: flags('RED') }),
      village(5, {
        figures: 'EPAYMENT 50 100 0;HOUSEHOLD_SKILLS 69 100 0',
        flags: flags('YELLOW', 'YELLOW'),
      }),
      village(6, { figures: 'EPAYMENT 90 100 0' }),
    ]);
    expect(villages.map(({ id }) => id)).toEqual([4, 3, 5, 2, 6]);
  });

  test('explains flags in both languages', () => {
    const [flag] = board([village(2, { flags: flags('RED') })]).villages[0]!.flags;
    expect(flag).toMatchObject({ reason: 'NO_ACTIVITY', severity: 'RED', indicatorCode: null });
    expect([flag!.sentenceVi, flag!.sentenceEn]).toEqual([
      'Chưa có lượt thăm hộ nào trong 80 ngày, kể từ ngày 01/10/2025.',
      'No visit in the 80 days since 01/10/2025.',
    ]);
  });

  test('is as fresh as its newest value', () => {
    const times = ['2025-11-01 03:00:00+00', '2025-11-01 03:00:00.5+00', null];
    expect(board(times.map((as_of, i) => village(i + 2, { as_of }))).asOf).toEqual(
      new Date('2025-11-01T03:00:00.500Z'),
    );
    expect(board([village(2)]).asOf).toBeNull();
  });

  test('passes over an indicator of the plan that this version doesn’t know', () => {
    const strange = `${targets};NEW_ONE II.9 GTE 50 0.00 2025-10-01 2025-12-31`;
    expect(toScoreboard([{ ...head, targets: strange }], '2025-12-31', null)!.indicators).toHaveLength(4);
  });
});

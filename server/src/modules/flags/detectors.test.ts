import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { behindPace } from './behind-pace.js';
import type { TargetFacts, VillageFacts } from './detector.js';
import { noActivity } from './no-activity.js';

/** Half-way on a straight path from 0 to 70 %: 35 % is asked. */
const skills: TargetFacts = {
  indicatorCode: 'HOUSEHOLD_SKILLS',
  comparator: 'GTE',
  targetPercent: 70,
  baselinePercent: 0,
  startsOn: '2025-10-01',
  dueOn: '2025-12-30',
  numerator: 20,
  denominator: 100,
};
const village: VillageFacts = {
  villageId: 1,
  planStartsOn: '2025-10-01',
  villageValidFrom: '2025-07-01',
  teamFoundedOn: '2025-08-26',
  households: 100,
  householdsReached: 40,
  lastVisitOn: '2025-11-10',
  targets: [skills],
};
const day = '2025-11-15';

const pace = (changes: Partial<VillageFacts>, target: Partial<TargetFacts> = {}) =>
  behindPace.observe({ ...village, ...changes, targets: [{ ...skills, ...target }] }, day)[0];

describe('BEHIND_PACE', () => {
  test('sees exactly how far behind a village is', () => {
    const seen = pace({})!;
    expect([14.9, 15].map((points) => seen.isPast(points))).toEqual([true, false]);
  });

  test.each<[string, Partial<VillageFacts>, Partial<TargetFacts>]>([
    ['whose homes are all reached', { householdsReached: 100 }, {}],
    ['without homes', { households: 0, householdsReached: 0 }, {}],
    ['whose team is 13 days old', { teamFoundedOn: '2025-11-02' }, {}],
    ['that meets the target, however high its path', {}, { numerator: 70, baselinePercent: 100 }],
  ])('never holds for a village %s', (_, changes, target) => {
    expect(pace(changes, target)!.isPast(-100)).toBe(false);
  });

  test('holds again when the team is 14 days old, and for a village without a team', () => {
    expect(pace({ teamFoundedOn: '2025-11-01' })!.isPast(5)).toBe(true);
    expect(pace({ teamFoundedOn: null })!.isPast(5)).toBe(true);
  });

  test('has nothing to say where there is no data', () => {
    expect(pace({}, { numerator: 0, denominator: 0 })).toBeUndefined();
    expect(pace({}, { numerator: null, denominator: null })).toBeUndefined();
  });

  test('explains itself with its figures', () => {
    const seen = pace({}, { numerator: 1030, denominator: 2500, targetPercent: 90, comparator: 'GT' })!;
    expect(seen.isPast(3)).toBe(true);
    expect(behindPace.explain(seen.evidence, seen.indicatorCode)).toEqual({
      vi: 'Hộ gia đình có kỹ năng số đạt 41,2% (1.030/2.500), lộ trình đến ngày 15/11/2025 là 45,0%: chậm 3,8 điểm phần trăm. Mục tiêu trên 90%, hạn 30/12/2025.',
      en: 'Households with digital skills: 41.2% (1,030/2,500), the path asks for 45.0% on 15/11/2025: 3.8 points behind. Target above 90% by 30/12/2025.',
    });
  });

  test('never reads "5,0 points behind" when it is more than 5, and its figures add up', () => {
    const figures = fc.record({
      numerator: fc.nat({ max: 400 }),
      denominator: fc.integer({ min: 400, max: 900 }),
    });
    fc.assert(
      fc.property(figures, fc.nat({ max: 95 }), (figure, offset) => {
        const on = new Date(Date.UTC(2025, 9, 1 + offset)).toISOString().slice(0, 10);
        const seen = behindPace.observe({ ...village, targets: [{ ...skills, ...figure }] }, on)[0]!;
        if (!seen.isPast(5)) return;
        const { en } = behindPace.explain(seen.evidence, seen.indicatorCode);
        const [now, asked, gap] = [...en.matchAll(/(\d+)\.(\d)/g)].map(
          ([, whole, part]) => Number(whole) * 10 + Number(part),
        );
        expect(gap).toBe(asked! - now!);
        expect(gap).toBeGreaterThan(50);
      }),
    );
  });
});

describe('NO_ACTIVITY', () => {
  const quiet = (changes: Partial<VillageFacts>, on: string) =>
    noActivity.observe({ ...village, ...changes }, on)[0]!;

  test('holds at 30 days without a visit, not at 29', () => {
    expect(quiet({}, '2025-12-09').isPast(30)).toBe(false);
    expect(quiet({}, '2025-12-10').isPast(30)).toBe(true);
  });

  test('is counted from the plan, the village or the team, whichever came last, before the first visit', () => {
    expect(quiet({ lastVisitOn: null }, '2025-11-15').evidence).toMatchObject({
      silentSince: '2025-10-01',
      days: 45,
    });
    const merged = quiet({ lastVisitOn: null, villageValidFrom: '2025-11-01' }, '2025-11-15');
    expect(merged.evidence).toMatchObject({ silentSince: '2025-11-01', days: 14 });
  });

  test('never holds where all homes are reached', () => {
    expect(quiet({ householdsReached: 100, lastVisitOn: null }, '2025-12-20').isPast(30)).toBe(false);
  });

  test('explains itself, with and without an earlier visit', () => {
    expect(noActivity.explain(quiet({}, '2025-12-14').evidence, null)).toEqual({
      vi: 'Đã 34 ngày không có lượt thăm hộ nào; lần gần nhất là ngày 10/11/2025.',
      en: 'No visit for 34 days; the latest was on 10/11/2025.',
    });
    expect(noActivity.explain(quiet({ lastVisitOn: null }, '2025-11-15').evidence, null)).toEqual({
      vi: 'Chưa có lượt thăm hộ nào trong 45 ngày, kể từ ngày 01/10/2025.',
      en: 'No visit in the 45 days since 01/10/2025.',
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextStep, type LiveFlag, type Moment } from './lifecycle.js';

const thresholds = { yellow: 5, red: 15, band: 2 };
/** Behind by this many points. */
const behind = (points: number) => ({ thresholds, isPast: (threshold: number) => points > threshold });
const watched = (watchedOn: string): LiveFlag => ({ status: 'WATCHED', severity: 'YELLOW', watchedOn });
const open = (severity: 'YELLOW' | 'RED' = 'YELLOW'): LiveFlag => ({
  status: 'OPEN',
  severity,
  watchedOn: '2025-11-16',
});
const daily = { moment: 'DAILY' as Moment, day: '2025-11-17' };
const recompute = { moment: 'RECOMPUTE' as Moment, day: '2025-11-17' };

describe('a lag flag', () => {
  test.each([
    ['on pace, nothing begins', null, behind(5), daily, { do: 'NOTHING' }],
    ['behind for the first time, it is watched', null, behind(6), daily, { do: 'WATCH', severity: 'YELLOW' }],
    ['far behind, it is watched as red', null, behind(16), daily, { do: 'WATCH', severity: 'RED' }],
    ['a recompute never begins one', null, behind(40), recompute, { do: 'NOTHING' }],
    [
      'the second evaluation in a row opens',
      watched('2025-11-16'),
      behind(6),
      daily,
      { do: 'OPEN', severity: 'YELLOW' },
    ],
    [
      'days on which nothing ran are no evaluations',
      watched('2025-11-10'),
      behind(6),
      daily,
      { do: 'OPEN', severity: 'YELLOW' },
    ],
    [
      'the same day again is no second evaluation',
      watched('2025-11-17'),
      behind(6),
      daily,
      { do: 'NOTHING' },
    ],
    [
      'watched and back within bounds, it is forgotten',
      watched('2025-11-16'),
      behind(5),
      daily,
      { do: 'FORGET' },
    ],
    ['watched and no longer applying, it is forgotten', watched('2025-11-16'), null, daily, { do: 'FORGET' }],
    [
      'a recompute leaves a watched one alone',
      watched('2025-11-16'),
      behind(0),
      recompute,
      { do: 'NOTHING' },
    ],
    [
      'a recompute does not open a watched one',
      watched('2025-11-16'),
      behind(40),
      recompute,
      { do: 'NOTHING' },
    ],
    [
      'open and inside the band, it stays',
      open(),
      behind(3.1),
      recompute,
      { do: 'UPDATE', severity: 'YELLOW' },
    ],
    ['open and cleared by 2 points, a recompute closes it', open(), behind(3), recompute, { do: 'CLOSE' }],
    ['open and cleared, the daily evaluation closes it', open(), behind(-4), daily, { do: 'CLOSE' }],
    ['open and no longer applying, it closes', open(), null, recompute, { do: 'CLOSE' }],
    ['yellow turns red at once', open(), behind(15.1), recompute, { do: 'UPDATE', severity: 'RED' }],
    ['red stays red inside its band', open('RED'), behind(13.1), daily, { do: 'UPDATE', severity: 'RED' }],
    ['red turns yellow past its band', open('RED'), behind(13), daily, { do: 'UPDATE', severity: 'YELLOW' }],
  ])('%s', (_, flag, seen, when, step) => expect(nextStep(flag, seen, when)).toEqual(step));

  /** Lives through a list of (moment, points behind); gives what was announced. */
  function live(flag: LiveFlag | null, days: { moment: Moment; points: number }[]) {
    const news: string[] = [];
    days.forEach(({ moment, points }, index) => {
      const day = new Date(Date.UTC(2025, 10, 17 + index)).toISOString().slice(0, 10);
      const step = nextStep(flag, behind(points), { moment, day });
      if (step.do === 'WATCH') flag = { status: 'WATCHED', severity: step.severity, watchedOn: day };
      if (step.do === 'FORGET') flag = null;
      if (step.do === 'OPEN') news.push('opened');
      if (step.do === 'CLOSE') news.push('closed');
      if (step.do === 'UPDATE' && step.severity !== flag!.severity) news.push(step.severity);
      if (step.do === 'OPEN' || step.do === 'UPDATE') flag = { ...open(step.severity) };
      if (step.do === 'CLOSE') flag = null;
    });
    return { flag, news };
  }

  const moments = (points: fc.Arbitrary<number>) =>
    fc.array(fc.record({ moment: fc.constantFrom<Moment>('DAILY', 'RECOMPUTE'), points }), { maxLength: 60 });
  const within = (min: number, max: number) => fc.double({ min, max, noNaN: true, minExcluded: true });

  test('inside the band nothing is ever news, open or not', () => {
    fc.assert(
      fc.property(moments(within(3, 5)), (days) => {
        expect(live(open(), days)).toMatchObject({ flag: { status: 'OPEN' }, news: [] });
        expect(live(null, days)).toEqual({ flag: null, news: [] });
      }),
    );
  });

  test('a red flag inside the red band keeps its colour, and so does a yellow one', () => {
    fc.assert(
      fc.property(moments(within(13, 15)), (days) => {
        expect(live(open('RED'), days).news).toEqual([]);
        expect(live(open('YELLOW'), days).news).toEqual([]);
      }),
    );
  });

  test('opening and closing alternate, and each opening follows two daily evaluations past 5 points', () => {
    fc.assert(
      fc.property(moments(within(-10, 30)), (days) => {
        const turns = live(null, days).news.filter((item) => item === 'opened' || item === 'closed');
        turns.forEach((turn, index) => expect(turn).toBe(index % 2 === 0 ? 'opened' : 'closed'));
        const bad = days.filter(({ moment, points }) => moment === 'DAILY' && points > 5).length;
        expect(turns.filter((turn) => turn === 'opened').length * 2).toBeLessThanOrEqual(bad);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { planStartsOn, sampleOpensAt, vietnamDayOf } from './calendar.js';
import type { SampleFacts, VisitFact } from './facts.js';
import { generateSample } from './generate.js';
import { sampleLogins } from './logins.js';

const facts = generateSample();
const homeById = new Map(facts.homes.map((home) => [home.id, home]));
const corrected = new Set(facts.visits.map(({ correctsId }) => correctsId));
const standing = facts.visits.filter(({ id }) => !corrected.has(id));

/** Every string anywhere in the facts. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(strings);
}

function villageOn(rows: Map<string, SampleFacts['homeVillages']>, homeId: string, day: string): string[] {
  return (rows.get(homeId) ?? [])
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day))
    .map(({ villageCode }) => villageCode);
}

const whereabouts = Map.groupBy(facts.homeVillages, ({ homeId }) => homeId);

describe('the sample commune is the same everywhere', () => {
  test('one seed gives one commune, another seed another', () => {
    expect(generateSample()).toEqual(facts);
    expect(generateSample('khác').homes[0]).not.toEqual(facts.homes[0]);
  });

  test('it has the size that is asked for', () => {
    const small = generateSample('nhỏ', { villages: 23, householdsPerVillage: 12 });
    expect(small.teams).toHaveLength(23);
    expect(new Set(small.units.map(({ code }) => code)).size).toBe(small.units.length);
    expect(new Set(small.units.map(({ name }) => name)).size).toBe(small.units.length);
    expect(generateSample('một', { villages: 1, householdsPerVillage: 5 }).successions).toEqual([]);
  });
});

describe('its rows could have been entered', () => {
  test('ids, codes and logins are unique', () => {
    const all = [
      facts.people,
      facts.teams,
      facts.memberships,
      facts.positions,
      facts.homes,
      facts.visits,
      facts.sessions,
    ];
    const ids = all.flatMap((rows) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(facts.homes.map(({ code }) => code)).size).toBe(facts.homes.length);
    const logins = facts.people.flatMap(({ login }) => login ?? []);
    expect(new Set(logins).size).toBe(logins.length);
    for (const login of logins) expect(login).toMatch(/^[a-z0-9._-]{3,60}$/);
  });

  test('every text is composed Vietnamese', () => {
    const wrong = strings(facts).filter((text) => text !== text.normalize('NFC'));
    expect(wrong).toEqual([]);
  });

  test('telephones have ten digits and belong to nobody', () => {
    const phones = [...facts.people, ...facts.homes].flatMap(({ phone }) => phone ?? []);
    // Prefixes of no operator: see names.ts.
    for (const phone of phones) expect(phone).toMatch(/^0(30|31|51|53|54|57|7[1-5])\d{7}$/);
    expect(phones.length / (facts.people.length + facts.homes.length)).toBeCloseTo(0.8, 1);
  });

  test('a home has at least as many citizens from 14 as adults', () => {
    for (const { adults, citizens14 } of facts.homes) {
      if (adults !== null && citizens14 !== null) expect(citizens14).toBeGreaterThanOrEqual(adults);
    }
  });

  test('a visit counts nobody who is not there', () => {
    const tooMany = facts.visits.filter((visit) => {
      const home = homeById.get(visit.homeId);
      const adults = visit.adults ?? home?.adults ?? 0;
      const citizens14 = visit.citizens14 ?? home?.citizens14 ?? 0;
      return (
        Math.max(visit.adultsWithSmartphone ?? 0, visit.adultsWithEpayment ?? 0) > adults ||
        Math.max(visit.vneidLevel2 ?? 0, visit.healthBook ?? 0) > citizens14
      );
    });
    expect(tooMany).toEqual([]);
  });

  test('only where somebody was met is anything seen or shown', () => {
    for (const visit of facts.visits.filter(({ result }) => result !== 'MET')) {
      expect(visit).toMatchObject({ topics: [], skills: null, adults: null, adultsWithSmartphone: null });
    }
  });

  test('a home visited again has not gone back', () => {
    const counters = ['adultsWithSmartphone', 'adultsWithEpayment', 'vneidLevel2', 'healthBook'] as const;
    for (const visits of Map.groupBy(standing, ({ homeId }) => homeId).values()) {
      const inOrder = visits.toSorted((left, right) => left.visitedAt.getTime() - right.visitedAt.getTime());
      for (const counter of counters) {
        const seen = inOrder.flatMap((visit) => visit[counter] ?? []);
        expect(seen).toEqual(seen.toSorted((left, right) => left - right));
      }
    }
  });
});

describe('its visits happened', () => {
  test('within the plan and before the sample opens', () => {
    for (const { visitedAt, recordedAt, receivedAt } of facts.visits) {
      expect(vietnamDayOf(visitedAt) >= planStartsOn).toBe(true);
      expect(visitedAt <= recordedAt && recordedAt <= receivedAt && receivedAt < sampleOpensAt).toBe(true);
    }
    for (const { heldAt, recordedAt } of facts.sessions) {
      expect(vietnamDayOf(heldAt) >= planStartsOn && recordedAt < sampleOpensAt).toBe(true);
    }
  });

  test('in the village that the home was in on that day', () => {
    for (const { homeId, villageCode, visitedAt } of facts.visits) {
      expect(villageOn(whereabouts, homeId, vietnamDayOf(visitedAt))).toEqual([villageCode]);
    }
  });

  test('by people who were in the team on that day, each in one place at a time', () => {
    const memberships = Map.groupBy(facts.memberships, ({ personId }) => personId);
    const moments = new Set<string>();
    for (const visit of facts.visits.filter(({ correctsId }) => correctsId === null)) {
      const day = vietnamDayOf(visit.visitedAt);
      expect(new Set(visit.performerIds).size).toBe(visit.performerIds.length);
      for (const personId of visit.performerIds) {
        const [membership] = memberships.get(personId) ?? [];
        expect(membership?.villageCode).toBe(visit.villageCode);
        expect(membership && membership.validFrom <= day && (membership.validTo ?? '9999') > day).toBe(true);
        moments.add(`${personId} ${visit.visitedAt.getTime()}`);
      }
    }
    const performances = facts.visits.flatMap((visit) => (visit.correctsId ? [] : visit.performerIds));
    expect(moments.size).toBe(performances.length);
  });

  test('and no home in two villages at once, or in none', () => {
    for (const { id, villageCode } of facts.homes) {
      expect(villageOn(whereabouts, id, '2025-12-01')).toEqual([villageCode]);
      expect(villageOn(whereabouts, id, '2025-08-31')).toHaveLength(1);
    }
  });
});

describe('it tells the stories it was made for', () => {
  const share = (rows: unknown[], of: unknown[]) => rows.length / of.length;
  const ofVillage = (name: string) => {
    const code = facts.units.find((unit) => unit.name === `Thôn ${name}`)?.code;
    const homes = facts.homes.filter((home) => home.villageCode === code && home.kind === 'HOUSEHOLD');
    return { homes, visits: standing.filter((visit) => visit.villageCode === code) };
  };
  const lastEpayment = (visits: VisitFact[], homeId: string) =>
    visits
      .filter((visit) => visit.homeId === homeId && visit.adultsWithEpayment !== null)
      .toSorted((left, right) => left.visitedAt.getTime() - right.visitedAt.getTime())
      .at(-1)?.adultsWithEpayment ?? 0;

  test('four of five knocks meet somebody', () => {
    expect(
      share(
        standing.filter(({ result }) => result === 'MET'),
        standing,
      ),
    ).toBeCloseTo(0.8, 1);
  });

  test('Trung stands at exactly 80 % e-payment: 804 of 1,005', () => {
    const { homes, visits } = ofVillage('Trung');
    expect(homes.reduce((sum, { adults }) => sum + (adults ?? 0), 0)).toBe(1005);
    expect(homes.reduce((sum, { id }) => sum + lastEpayment(visits, id), 0)).toBe(804);
  });

  test('An Thuỷ has had no visit for more than 35 days', () => {
    const days = ofVillage('An Thuỷ').visits.map(({ visitedAt }) => vietnamDayOf(visitedAt));
    expect(days.toSorted().at(-1)).toBe('2025-10-24');
  });

  test('one team has no leader now, and one has two people', () => {
    const current = facts.memberships.filter(({ validTo }) => validTo === null);
    const led = new Set(current.flatMap(({ role, teamId }) => (role === 'LEADER' ? teamId : [])));
    expect(facts.teams.filter(({ id }) => !led.has(id)).map(({ name }) => name)).toEqual([
      'Tổ công nghệ số cộng đồng thôn Xuân Đỗ',
    ]);
    const sizes = [...Map.groupBy(current, ({ teamId }) => teamId).values()].map((members) => members.length);
    expect(sizes.filter((size) => size < 3)).toEqual([2]);
  });

  test('every named login is somebody in that post', () => {
    const personOf = new Map(facts.people.map(({ id, login }) => [login, id]));
    const posts = new Set([
      ...facts.positions.map(({ personId, role }) => `${personId} ${role}`),
      ...facts.memberships.map(
        ({ personId, role }) => `${personId} ${role === 'MEMBER' ? 'TEAM_MEMBER' : 'TEAM_LEADER'}`,
      ),
    ]);
    for (const { login, role } of sampleLogins()) expect(posts).toContain(`${personOf.get(login)} ${role}`);
    expect(new Set(sampleLogins().map(({ role }) => role)).size).toBe(13);
  });
});

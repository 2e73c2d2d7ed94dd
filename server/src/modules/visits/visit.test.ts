import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { until } from '../../../../tests/kit/until.js';
import { aVisit, countWritten, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let member: Client;
let home: string;

// Nguyễn Thị Hoà's team looks after Thôn Đông; each test has a home of three adults and four citizens of 14 and over.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  member = await world.as('thanhvien');
});
beforeEach(async () => void (home = await world.home()));
afterAll(() => world.close());

const refused = (more: Record<string, unknown>) =>
  refusalOf(world, member, recordVisit, { input: aVisit(home, more) });
const record = (input: object) => member.ask<{ recordVisit: { id: string } }>(recordVisit, { input });

describe('a visit that cannot be true', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'found more smartphones than adults',
      { adultsWithSmartphone: 4 },
      ['VISIT_REFUSED', 'input.adultsWithSmartphone COUNT_ABOVE_PEOPLE'],
    ],
    [
      'found more health books than people',
      { healthBook: 5 },
      ['VISIT_REFUSED', 'input.healthBook COUNT_ABOVE_PEOPLE'],
    ],
    ['found more adults than people', { adults: 5 }, ['VISIT_REFUSED', 'input.adults COUNT_ABOVE_PEOPLE']],
    [
      'found fifty-one adults',
      { adults: 51, citizens14: 55 },
      ['PEOPLE_OUT_OF_RANGE', 'input.adults PEOPLE_OUT_OF_RANGE'],
    ],
    ['found fewer than none', { vneidLevel2: -1 }, ['VISIT_REFUSED', 'input.vneidLevel2 COUNT_NEGATIVE']],
    [
      'is yet to come',
      { visitedAt: '2025-12-01T09:00:00+07:00' },
      ['VISIT_IN_FUTURE', 'input.visitedAt VISIT_IN_FUTURE'],
    ],
    [
      'was made before the plan',
      { visitedAt: '2025-09-30T23:59:59.999+07:00' },
      ['VISIT_BEFORE_PLAN', 'input.visitedAt VISIT_BEFORE_PLAN'],
    ],
    ['has no time zone', { visitedAt: '2025-12-01T07:00:00' }, ['QUERY_NOT_VALID']],
    ['taught what is not taught', { topics: ['MAGIC'] }, ['UNKNOWN_TOPIC', 'input.topics UNKNOWN_TOPIC']],
    ['saw an unknown skill', { skills: ['FLYING'] }, ['VISIT_REFUSED', 'input.skills UNKNOWN_SKILL']],
    [
      'used an unknown checklist',
      { skills: [], skillsVersion: 9 },
      ['VISIT_REFUSED', 'input.skillsVersion UNKNOWN_CHECKLIST'],
    ],
    ['met nobody and still taught', { result: 'ABSENT' }, ['NOBODY_MET', 'input.result NOBODY_MET']],
    ['was noted with a NUL', { note: 'a\u0000b' }, ['TEXT_NOT_VALID', 'input.note TEXT_NOT_VALID']],
    ['was noted with half a character', { note: 'a\ud83d' }, ['TEXT_NOT_VALID', 'input.note TEXT_NOT_VALID']],
    [
      'has a topic with an escape character',
      { topics: ['\u001b[0m'] },
      ['TEXT_NOT_VALID', 'input.topics.0 TEXT_NOT_VALID'],
    ],
    ['was noted at length', { note: 'ô'.repeat(2001) }, ['VISIT_REFUSED', 'input.note NOTE_TOO_LONG']],
    ['has no proper id', { id: '123' }, ['VISIT_ID_NOT_UUID', 'input.id VISIT_ID_NOT_UUID']],
    ['was made to no home', { householdId: 'nhà' }, ['NOT_FOUND']],
    ['was made by a stranger', { performerIds: [randomUUIDv7()] }, ['PERFORMER_UNKNOWN']],
    ['was made by nobody nameable', { performerIds: ['Hoà'] }, ['NOT_FOUND']],
  ])('which %s', async (_, more, expected) => {
    expect(await refused(more)).toEqual(expected);
  });

  test('is told of everything that is wrong at once', async () => {
    const fields = await refused({
      adultsWithSmartphone: 9,
      healthBook: -1,
      skills: ['FLYING'],
      note: 'ô'.repeat(3000),
    });
    expect(fields).toHaveLength(5);
    expect(fields[0]).toBe('VISIT_REFUSED');
  });

  test('counts more than any home has, where nobody knows how many live there', async () => {
    home = await world.home({ adults: null, citizens14: null });
    expect(await refused({ adultsWithSmartphone: 51, healthBook: 40_000 })).toEqual([
      'VISIT_REFUSED',
      'input.adultsWithSmartphone COUNT_ABOVE_ANY_HOME',
      'input.healthBook COUNT_ABOVE_ANY_HOME',
    ]);
    await record(aVisit(home, { adultsWithSmartphone: 50, healthBook: 60 }));
  });

  test('is of another commune’s home, or of another village’s', async () => {
    const { homeId } = await addNeighbour(world.owner);
    expect(await refused({ householdId: homeId })).toEqual(['NOT_FOUND']);
    expect(await refused({ householdId: await world.home({ village: 'TAY' }) })).toEqual(['NOT_FOUND']);
  });

  test('is of a home that a merger has left behind, or that has left the roster', async () => {
    const office = await world.as('vanhoa');
    const merged = aVisit(await world.home({ village: 'CU' }));
    expect(await refusalOf(world, office, recordVisit, { input: merged })).toEqual([
      'HOME_VILLAGE_MERGED',
      'input.householdId HOME_VILLAGE_MERGED',
    ]);
    await world.owner.query(`update household set removed_on = '2025-12-01' where id = $1`, [home]);
    expect(await refused({})).toEqual(['HOUSEHOLD_REMOVED', 'input.householdId HOUSEHOLD_REMOVED']);
    await record(aVisit(home, { visitedAt: '2025-11-30T10:00:00+07:00' }));
  });
});

describe('the same visit', () => {
  test('sent twice is one row, one event and the same answer', async () => {
    const input = aVisit(home, { note: 'Gặp bà Hoà', skills: ['VNEID_LOGIN'], adultsWithSmartphone: 2 });
    const first = await record(input);
    const written = await countWritten(world);
    expect(await record(input)).toEqual(first);
    expect(await countWritten(world)).toEqual(written);
  });

  test('sent ten times at once is one row, one event and the same answer', async () => {
    const before = await countWritten(world);
    const input = aVisit(home);
    // The first one that writes waits for its home, so that the others come while it is not yet committed.
    const { owner } = world;
    await owner.query('begin');
    await owner.query('select from household where id = $1 for no key update', [home]);
    const sent = Promise.all(Array.from({ length: 10 }, () => record(input)));
    const waiting =
      'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())';
    await until({ what: 'several stand in line' }, async () => (await owner.query(waiting)).rowCount! >= 3);
    await owner.query('rollback');
    const answers = await sent;
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const once = {
      visits: before['visits']! + 1,
      performers: before['performers']! + 1,
      events: before['events']! + 1,
    };
    expect(await countWritten(world)).toEqual({ ...before, ...once });
  });

  test('sent again late is still accepted, whatever was changed meanwhile', async () => {
    const input = aVisit(home, { adultsWithSmartphone: 3 });
    const first = await record(input);
    await world.owner.query(`update household set adults = 1, removed_on = '2025-11-01' where id = $1`, [
      home,
    ]);
    expect(await record(input)).toEqual(first);
  });

  test('with other content is not the same visit', async () => {
    const input = aVisit(home, { adultsWithSmartphone: 1 });
    await record(input);
    expect(await refused({ ...input, adultsWithSmartphone: 2 })).toEqual([
      'VISIT_ID_TAKEN',
      'input.id VISIT_ID_TAKEN',
    ]);
  });

  test('id that another village has used is refused without showing that visit', async () => {
    const input = aVisit(await world.home({ village: 'TAY' }));
    await (await world.as('vanhoa')).ask(recordVisit, { input });
    expect((await refused({ id: input.id }))[0]).toBe('VISIT_ID_TAKEN');
  });
});

describe('a visit', () => {
  test('is kept in composed letters, however they were typed', async () => {
    const { id } = (await record(aVisit(home, { note: 'Bà Hoà vắng nhà'.normalize('NFD') }))).recordVisit;
    const { rows } = await world.owner.query('select note from visit where id = $1', [id]);
    expect(rows).toEqual([{ note: 'Bà Hoà vắng nhà'.normalize('NFC') }]);
  });

  test('may be a few minutes ahead: a phone’s clock is not ours', async () => {
    await record(aVisit(home, { visitedAt: '2025-12-01T08:04:30+07:00' }));
  });

  test('leaves what was not asked unknown, and keeps what was found before', async () => {
    await record(aVisit(home, { adultsWithSmartphone: 2, visitedAt: '2025-11-20T08:00:00+07:00' }));
    await record(aVisit(home, { vneidLevel2: 1 }));
    const state = await member.ask<{ household: { state: object } }>(
      'query ($id: ID!) { household(id: $id) { state { adultsWithSmartphone vneidLevel2 healthBook lastVisitOn } } }',
      { id: home },
    );
    expect(state.household.state).toEqual({
      adultsWithSmartphone: 2,
      vneidLevel2: 1,
      healthBook: null,
      lastVisitOn: '2025-12-01',
    });
  });
});

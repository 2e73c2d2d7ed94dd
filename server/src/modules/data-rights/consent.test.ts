import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let member: Client;
let office: Client;
let home: string;

// At the door of a home of Thôn Đông, Đặng Văn Bình reads out what the commune asks for.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  [member, office] = await Promise.all([world.as('thanhvien'), world.as('vanhoa')]);
});
beforeEach(async () => void (home = await world.home()));
afterAll(() => world.close());

const shown =
  'id purpose wordingVersion giverName givenAt withdrawnAt withdrawalNote household { id } person { fullName } recordedBy { fullName }';
const record = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { ${shown} } }`;
const withdraw = `mutation ($id: ID!, $note: String) { withdrawConsent(id: $id, note: $note) { ${shown} } }`;
const ofHome = `query ($id: ID!) { household(id: $id) { consents { ${shown} } } }`;

const given = (more: Record<string, unknown> = {}) => ({
  input: {
    householdId: home,
    purpose: 'ZALO_CONTACT',
    wordingVersion: 1,
    giverName: 'Bà Nguyễn Thị Lan',
    givenAt: '2025-12-01T07:40:00+07:00',
    ...more,
  },
});
interface Shown {
  id: string;
  withdrawnAt: string | null;
  [field: string]: unknown;
}
const recorded = async (more?: Record<string, unknown>, client = member) =>
  (await client.ask<{ recordConsent: Shown }>(record, given(more))).recordConsent;

describe('a consent is refused', () => {
  test('from those who record none, and at a home of another village', async () => {
    expect(await refusalOf(world, world.anonymous(), record, given())).toEqual(['NOT_SIGNED_IN']);
    for (const login of ['lanhdao', 'truongthon', 'quantri', 'mattran'] as const)
      expect(await refusalOf(world, await world.as(login), record, given())).toEqual(['NOT_ALLOWED']);
    home = await world.home({ village: 'TAY' });
    expect(await refusalOf(world, member, record, given())).toEqual(['NOT_FOUND']);
  });

  test('for a colleague, from somebody who works in one village only', async () => {
    const more = { householdId: null, personId: world.people.totruong };
    expect(await refusalOf(world, member, record, given(more))).toEqual(['NOT_ALLOWED']);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['of nobody', { householdId: null }, ['CONSENT_OF_WHOM', 'input.householdId CONSENT_OF_WHOM']],
    ['by nobody', { giverName: ' ' }, ['SAID_NOTHING', 'input.giverName SAID_NOTHING']],
    ['to words that nobody wrote', { wordingVersion: 9 }, ['CONSENT_WORDING_UNKNOWN']],
    [
      'that is yet to be given',
      { givenAt: '2025-12-02T08:00:00+07:00' },
      ['SAID_IN_FUTURE', 'input.givenAt SAID_IN_FUTURE'],
    ],
    ['for the visit itself, which is a public task', { purpose: 'VISIT' }, ['QUERY_NOT_VALID']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, member, record, given(more))).toEqual(expected);
  });

  test('that leaves open what for, or to which words: nothing is assumed', async () => {
    for (const field of ['purpose', 'wordingVersion', 'giverName', 'givenAt']) {
      const { [field]: _, ...rest } = given().input as Record<string, unknown>;
      expect(await refusalOf(world, member, record, { input: rest })).toEqual(['QUERY_NOT_VALID']);
    }
  });

  test('that stands already, also when it comes twice at once and in other letters', async () => {
    const answers = await Promise.all([
      member.send(record, given()),
      member.send(record, given({ giverName: 'bà nguyễn thị lan' })),
    ]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'recorded').toSorted()).toEqual([
      'CONSENT_STANDS',
      'recorded',
    ]);
    // Somebody else of the home consents for themselves.
    await recorded({ giverName: 'Ông Trần Văn Hai' });
  });

  test('of another commune to withdraw, or of another village', async () => {
    const { communeId, homeId, personId } = await addNeighbour(world.owner);
    const id = randomUUIDv7();
    await world.owner.query(
      `insert into consent (id, commune_id, household_id, purpose, wording_version, giver_name, given_at, recorded_by_id, recorded_at)
       values ($1, $2, $3, 'PHOTO', 1, 'Ai đó', now(), $4, now())`,
      [id, communeId, homeId, personId],
    );
    expect(await refusalOf(world, office, withdraw, { id })).toEqual(['NOT_FOUND']);
    home = await world.home({ village: 'TAY' });
    const { id: elsewhere } = await recorded({}, office);
    expect(await refusalOf(world, member, withdraw, { id: elsewhere })).toEqual(['NOT_FOUND']);
  });
});

describe('the words that are read out', () => {
  test('name who asks, what for, who sees it and how to withdraw, and are not for those who record none', async () => {
    const query = '{ consentWordings { purpose version text } }';
    expect(await (await world.as('lanhdao')).refused(query)).toBe('NOT_ALLOWED');
    const { consentWordings } = await member.ask<{ consentWordings: { purpose: string; text: string }[] }>(
      query,
    );
    expect(consentWordings.map(({ purpose }) => purpose)).toEqual(['PHOTO', 'TESTIMONIAL', 'ZALO_CONTACT']);
    for (const { text } of consentWordings) {
      expect(text).toContain('Uỷ ban nhân dân xã Thượng Hồng');
      expect(text).toMatch(/Dùng để: /);
      expect(text).toMatch(/Ai (xem|biết): /);
      expect(text).toMatch(/có thể rút lại bằng cách /);
      expect(text).toMatch(/từ chối mà vẫn được hướng dẫn/);
      expect(text.normalize('NFC')).toBe(text);
    }
  });
});

describe('a consent', () => {
  test('is known to whoever may read the home, and to nobody else', async () => {
    await recorded();
    const seen = {
      giverName: 'Bà Nguyễn Thị Lan',
      withdrawnAt: null,
      recordedBy: { fullName: 'Đặng Văn Bình' },
    };
    for (const login of ['totruong', 'truongthon', 'mattran', 'vanhoa'] as const)
      expect(await (await world.as(login)).ask(ofHome, { id: home })).toMatchObject({
        household: { consents: [seen] },
      });
    expect(await (await world.as('quantri')).refused(ofHome, { id: home })).toBe('NOT_ALLOWED');
    expect(await member.refused('{ consents { nodes { id } } }')).toBe('NOT_ALLOWED');
  });

  test('that is withdrawn stays on record, and may be given anew', async () => {
    const { id } = await recorded();
    expect(await member.ask(withdraw, { id, note: 'Đổi số điện thoại' })).toMatchObject({
      withdrawConsent: {
        giverName: 'Bà Nguyễn Thị Lan',
        withdrawnAt: expect.any(String),
        withdrawalNote: 'Đổi số điện thoại',
      },
    });
    expect(await refusalOf(world, member, withdraw, { id })).toEqual(['CONSENT_WITHDRAWN_ALREADY']);
    await recorded();
    const { household } = await member.ask<{ household: { consents: Shown[] } }>(ofHome, { id: home });
    expect(household.consents.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
    expect(household.consents).toHaveLength(2);
    const standing = `query ($home: ID!) { consents(filter: { householdId: { eq: $home }, withdrawnAt: { isNull: true } }) { totalCount } }`;
    expect(await office.ask(standing, { home })).toEqual({ consents: { totalCount: 1 } });
  });

  test('for a member of a team is the office’s to record', async () => {
    const consent = await recorded(
      { householdId: null, personId: world.people.totruong, purpose: 'PHOTO' },
      office,
    );
    expect(consent).toMatchObject({ household: null, person: { fullName: 'Nguyễn Thị Hoà' } });
    expect(await office.ask(withdraw, { id: consent.id })).toMatchObject({
      withdrawConsent: { withdrawalNote: null },
    });
  });

  test('tells history who gave it, apart from what is no secret', async () => {
    const { id } = await recorded({ purpose: 'TESTIMONIAL' });
    const { rows } = await world.owner.query(
      `select e.data, d.detail, d.about_rows from event e join event_detail d on d.event_id = e.id where e.subject_type = 'consent' and e.subject_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        data: { householdId: home, purpose: 'TESTIMONIAL' },
        detail: { after: { giverName: 'Bà Nguyễn Thị Lan' } },
        about_rows: true,
      },
    ]);
    expect(JSON.stringify(rows[0].data)).not.toContain('Lan');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { aVisit, correctVisit, countWritten, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let member: Client;
let teamLeader: Client;
let office: Client;
let leader: Client;
let home: string;

// Bình, a member of the team of Thôn Đông, has written a citizen's ID number into the note of a visit.
const note = 'Bác Hoà, CCCD 030099001234, hẹn thứ bảy';
const masked = 'Bác Hoà, CCCD •••, hẹn thứ bảy';

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  [member, teamLeader, office, leader] = await Promise.all([
    world.as('thanhvien'),
    world.as('totruong'),
    world.as('vanhoa'),
    world.as('lanhdao'),
  ]);
});
beforeEach(async () => void (home = await world.home()));
afterAll(() => world.close());

interface Seen {
  note: string | null;
  noteState: string;
  noteKinds: string[];
}
const noteOf = 'note noteState noteKinds';
const settle = `mutation ($id: ID!, $keep: Boolean!) { settleNote(visitId: $id, keep: $keep) { ${noteOf} } }`;

async function recorded(more: Record<string, unknown> = { note }): Promise<string> {
  const { recordVisit: visit } = await member.ask<{ recordVisit: { id: string } }>(recordVisit, {
    input: aVisit(home, more),
  });
  return visit.id;
}
const see = async (client: Client, id: string) =>
  (await client.ask<{ visit: Seen | null }>(`query ($id: ID!) { visit(id: $id) { ${noteOf} } }`, { id }))
    .visit;
const stored = async (id: string) =>
  (
    await world.owner.query<{ note: string | null; note_masked: string | null }>(
      'select note, note_masked from visit where id = $1',
      [id],
    )
  ).rows[0]!;

describe('settling a note is refused', () => {
  test('to those who neither wrote it nor settle notes in the village', async () => {
    const id = await recorded();
    const asked = (client: Client) => refusalOf(world, client, settle, { id, keep: true });
    expect(await asked(world.anonymous())).toEqual(['NOT_SIGNED_IN']);
    expect(await asked(leader)).toEqual(['NOT_ALLOWED']);
    expect(await asked(await world.as('truongthon'))).toEqual(['NOT_ALLOWED']);
    expect(await asked(await world.as('quantri'))).toEqual(['NOT_ALLOWED']);
    expect(await see(leader, id)).toMatchObject({ note: masked, noteState: 'SUSPECT' });
  });

  test('of a visit that does not exist, or was made in another village', async () => {
    expect(await refusalOf(world, teamLeader, settle, { id: randomUUIDv7(), keep: true })).toEqual([
      'NOT_FOUND',
    ]);
    home = await world.home({ village: 'TAY' });
    const { recordVisit: visit } = await office.ask<{ recordVisit: { id: string } }>(recordVisit, {
      input: aVisit(home, { note }),
    });
    expect(await refusalOf(world, teamLeader, settle, { id: visit.id, keep: false })).toEqual(['NOT_FOUND']);
  });

  test('to a colleague who did not write it and leads no team', async () => {
    const { recordVisit: visit } = await teamLeader.ask<{ recordVisit: { id: string } }>(recordVisit, {
      input: aVisit(home, { note }),
    });
    expect(await refusalOf(world, member, settle, { id: visit.id, keep: true })).toEqual(['NOT_ALLOWED']);
    expect(await see(member, visit.id)).toMatchObject({ note: masked });
  });

  test('when there is no note, or when it is gone', async () => {
    const silent = await recorded({});
    expect(await refusalOf(world, office, settle, { id: silent, keep: false })).toEqual([
      'NOTE_NOT_TO_SETTLE',
    ]);
    const plain = await recorded({ note: 'Hẹn thứ bảy' });
    expect(await refusalOf(world, office, settle, { id: plain, keep: true })).toEqual(['NOTE_NOT_TO_SETTLE']);
    const gone = await recorded();
    await office.ask(settle, { id: gone, keep: false });
    expect(await refusalOf(world, office, settle, { id: gone, keep: true })).toEqual(['NOTE_NOT_TO_SETTLE']);
  });
});

describe('a note that looks like an ID number', () => {
  test('never holds up its visit, and is masked for everybody but its author', async () => {
    const id = await recorded();
    const whole = { note, noteState: 'SUSPECT', noteKinds: ['ID_NUMBER'] };
    expect(await see(member, id)).toEqual(whole);
    for (const other of [teamLeader, office, leader, await world.as('mattran')])
      expect(await see(other, id)).toEqual({ ...whole, note: masked });
  });

  test('is masked by every path that leads to it', async () => {
    const id = await recorded();
    const correction = aVisit(home, { note: 'Mã OTP 482913' });
    await member.ask(correctVisit, { visitId: id, reason: 'gõ nhầm CCCD 030099001234', input: correction });
    const paths = `query ($home: ID!, $id: ID!) {
      household(id: $home) { visits { note correctionReason corrects { note } correctedBy { note } } }
      visits(filter: { householdId: { eq: $home } }) { nodes { note correctionReason corrects { note } correctedBy { note } } }
      visit(id: $id) { note correctionReason corrects { note household { visits { note } } } } }`;
    const answer = JSON.stringify(await leader.ask(paths, { home, id: correction.id }));
    expect(answer).toContain('CCCD •••');
    expect(answer).toContain('OTP •••');
    expect(answer).not.toMatch(/030099001234|482913/);
    // The author of the correction sees his words, but the reason was never kept with the number.
    const own = JSON.stringify(await member.ask(paths, { home, id: correction.id }));
    expect(own).toContain('OTP 482913');
    expect(own).toContain('"correctionReason":"gõ nhầm CCCD •••"');
    const { rows } = await world.owner.query(
      `select e.data::text || coalesce(d.detail::text, '') as written from event e left join event_detail d on d.event_id = e.id
       where e.data ->> 'householdId' = $1`,
      [home],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/030099001234|482913/);
  });

  test('sent ten times is one visit with one mark', async () => {
    const input = aVisit(home, { note });
    const before = await countWritten(world);
    await Promise.all(Array.from({ length: 10 }, () => member.ask(recordVisit, { input })));
    expect(await countWritten(world)).toEqual({
      ...before,
      visits: before['visits']! + 1,
      performers: before['performers']! + 1,
      events: before['events']! + 1,
    });
    expect(await see(leader, input.id)).toMatchObject({ note: masked, noteState: 'SUSPECT' });
  });

  test('waits in a list until it is settled', async () => {
    const id = await recorded();
    const waiting = async () =>
      (
        await office.ask<{ visits: { nodes: { id: string }[] } }>(
          `query ($home: ID!) { visits(filter: { householdId: { eq: $home }, noteState: { eq: SUSPECT } }) { nodes { id } } }`,
          { home },
        )
      ).visits.nodes;
    expect(await waiting()).toEqual([{ id }]);
    await office.ask(settle, { id, keep: true });
    expect(await waiting()).toEqual([]);
  });
});

describe('a settled note', () => {
  test('that was kept is shown to all, and told of once', async () => {
    const id = await recorded();
    const before = await countWritten(world);
    const kept = { note, noteState: 'KEPT', noteKinds: ['ID_NUMBER'] };
    expect(await teamLeader.ask(settle, { id, keep: true })).toEqual({ settleNote: kept });
    expect(await office.ask(settle, { id, keep: true })).toEqual({ settleNote: kept });
    expect(await see(leader, id)).toEqual(kept);
    expect((await countWritten(world))['events']).toBe(before['events']! + 1);
  });

  test('that was removed is gone from the database, and the same visit is still recognised', async () => {
    const input = aVisit(home, { note });
    await member.ask(recordVisit, { input });
    await member.ask(settle, { id: input.id, keep: false });
    expect(await stored(input.id)).toEqual({ note: null, note_masked: null });
    const before = await countWritten(world);
    const again = await member.ask<{ recordVisit: { note: string | null } }>(recordVisit, { input });
    expect(again.recordVisit.note).toBeNull();
    expect(await countWritten(world)).toEqual(before);
    expect(await see(member, input.id)).toEqual({
      note: null,
      noteState: 'REMOVED',
      noteKinds: ['ID_NUMBER'],
    });
  });

  test('can still be removed after it was kept, or when nothing had been found in it', async () => {
    for (const id of [await recorded(), await recorded({ note: 'số căn cước ba mươi không chín' })]) {
      await office.ask(settle, { id, keep: true }).catch(() => undefined);
      await office.ask(settle, { id, keep: false });
      expect(await stored(id)).toEqual({ note: null, note_masked: null });
    }
  });

  test('is settled one way when two decide at once', async () => {
    const id = await recorded();
    const answers = await Promise.all([
      office.send(settle, { id, keep: true }),
      member.send(settle, { id, keep: true }),
      teamLeader.send(settle, { id, keep: true }),
    ]);
    const keys = answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'settled');
    expect(keys.filter((key) => key !== 'settled' && key !== 'CHANGED_MEANWHILE')).toEqual([]);
    const { rows } = await world.owner.query(
      `select from event where type = 'VisitNoteSettled' and subject_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });
});

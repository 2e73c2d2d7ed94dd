import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openChainWorld, seal, tales, write, type ChainWorld } from '../modules/audit/chain.fixture.js';
import { examine } from './doctor.js';

let world: ChainWorld;
let communeId: number;

const tables = ['event', 'event_detail', 'event_waiting', 'event_link', 'event_seal'];

beforeAll(async () => {
  world = await openChainWorld();
  ({ communeId } = world);
  await write(world.apps[0], tales(1, 2, 3));
  await seal(world.apps[0], 1);
  await seal(world.apps[0], 3);
  await write(world.apps[0], tales(4, 5, 6, 7, 8));
  await seal(world.apps[0], 2);
  await seal(world.apps[0]);
});
afterAll(() => world.close());

const idAt = async (position: number) =>
  (
    await world.owner.query<{ event_id: string }>(
      'select event_id from event_link where commune_id = $1 and position = $2',
      [communeId, position],
    )
  ).rows[0]!.event_id;

/** Writes links of the chain anew, elsewhere or about something else. */
async function relink(position: string, eventId: string, which: string): Promise<void> {
  await world.intruder.query(
    `create temporary table moved as
       select commune_id, ${position} as position, ${eventId} as event_id, hash from event_link where commune_id = ${communeId} and ${which}`,
  );
  await world.intruder.query(`delete from event_link where commune_id = ${communeId} and ${which}`);
  await world.intruder.query('insert into event_link select * from moved');
  await world.intruder.query('drop table moved');
}

describe('the doctor', () => {
  beforeAll(async () => {
    for (const table of tables) await world.intruder.query(`create table kept_${table} as table ${table}`);
  });
  // Whatever the intruder did is undone.
  afterEach(async () => {
    const whole = tables.filter((table) => table !== 'event_detail');
    for (const table of whole) {
      await world.intruder.query(`delete from ${table}`);
      await world.intruder.query(`insert into ${table} select * from kept_${table}`);
    }
    await world.intruder.query('delete from event_detail');
    await world.intruder.query(
      `insert into event_detail (event_id, commune_id, salt, detail, about_rows, occurred_at)
       select event_id, commune_id, salt, detail, about_rows, occurred_at from kept_event_detail`,
    );
    expect(await world.complaints()).toEqual([]);
  });

  const when = '2025-12-01 08:00:00';

  test.each([
    ['what was done', `data = '{"b": 2}'`],
    ['by whom', `actor_person_id = uuidv7()`],
    ['when', `recorded_at = recorded_at - interval '1 microsecond'`],
    ['the proof of its detail', `detail_hash = null`],
  ])('names the one entry of which somebody altered %s', async (_, change) => {
    const id = await idAt(3);
    await world.intruder.query(`update event set ${change} where id = $1`, [id]);
    const told = await world.complaints();
    expect(told[0]).toBe(`fail history: 3 Told ${id} ${when}: bị sửa / altered`);
    expect(told.filter((line) => line.includes(': bị sửa'))).toHaveLength(1);
  });

  test('names a detail that was altered, and an entry whose detail was slipped in', async () => {
    const id = await idAt(2);
    await world.intruder.query(
      `update event_detail set detail = '{"after": {"name": "other"}}' where event_id = $1`,
      [id],
    );
    expect(await world.complaints()).toEqual([
      `fail history: Told ${id} ${when}: chi tiết bị sửa / its detail was altered`,
    ]);
  });

  test('is content when details were erased', async () => {
    await world.intruder.query('delete from event_detail where commune_id = $1', [communeId]);
    expect(await world.complaints()).toEqual([]);
  });

  test('names an entry that was removed', async () => {
    const id = await idAt(4);
    await world.intruder.query('delete from event where id = $1', [id]);
    expect(await world.complaints()).toEqual([`fail history: 4 ${id}: bị xoá / removed`]);
  });

  test('names one that was removed before it was sealed', async () => {
    await write(world.apps[0], ['soon gone']);
    const { rows } = await world.intruder.query<{ id: string }>(
      `delete from event where subject_id = 'soon gone' returning id`,
    );
    expect(await world.complaints()).toEqual([
      expect.stringMatching(
        `^fail history: ${rows[0]!.id} [0-9: -]+: bị xoá trước khi niêm phong / removed before it was sealed$`,
      ),
    ]);
  });

  test('names links that were removed, and the entries that have lost theirs', async () => {
    const ids = [await idAt(5), await idAt(6)];
    await world.intruder.query('delete from event_link where commune_id = $1 and position in (5, 6)', [
      communeId,
    ]);
    const told = await world.complaints();
    expect(told).toContain('fail history: 5–6: mắt xích bị mất / links of the chain are gone');
    for (const id of ids)
      expect(told).toContain(`fail history: Told ${id} ${when}: không có trong chuỗi / not in the chain`);
  });

  test('names an entry that was slipped in beside the chain', async () => {
    const { rows } = await world.intruder.query<{ id: string }>(
      `insert into event (commune_id, type, subject_type, subject_id, request_id, occurred_at, data)
       values ($1, 'Forged', 'tale', '1', 'r', '2025-12-01T08:00:00+07:00', '{}') returning id`,
      [communeId],
    );
    expect(await world.complaints()).toEqual([
      `fail history: Forged ${rows[0]!.id} ${when}: không có trong chuỗi / not in the chain`,
    ]);
  });

  test('names a link that was put between others', async () => {
    await relink('position + 1', 'event_id', 'position > 3');
    await world.intruder.query(
      `with forged as (
         insert into event (commune_id, type, subject_type, subject_id, request_id, occurred_at, data)
         values ($1, 'Forged', 'tale', '1', 'r', '2025-12-01T08:00:00+07:00', '{}') returning *)
       insert into event_link select $1, 4, f.id, event_hash(l.hash, f::event) from forged f, event_link l where l.commune_id = $1 and l.position = 3`,
      [communeId],
    );
    const told = await world.complaints();
    expect(told[0]).toBe('fail history: 4: mắt xích chèn thêm / a link was inserted');
    expect(told.slice(1).every((line) => line.includes('event_seal'))).toBe(true);
  });

  test('names entries that changed places', async () => {
    const [third, seventh] = [await idAt(3), await idAt(7)];
    await relink(
      'position',
      `case position when 3 then '${seventh}'::uuid else '${third}' end`,
      'position in (3, 7)',
    );
    expect(await world.complaints()).toEqual([
      `fail history: 3 Told ${seventh} ${when}: bị đổi chỗ / out of its place`,
      `fail history: 7 Told ${third} ${when}: bị đổi chỗ / out of its place`,
    ]);
  });

  test('names a seal that does not fit, and links that nobody sealed', async () => {
    await world.intruder.query('update event_seal set entries = 2 where commune_id = $1 and up_to = 8', [
      communeId,
    ]);
    expect(await world.complaints()).toEqual([
      'fail history: event_seal 8: dấu niêm phong không khớp / the seal does not fit',
    ]);
    await world.intruder.query('delete from event_seal where commune_id = $1 and up_to > 1', [communeId]);
    expect(await world.complaints()).toEqual([expect.stringMatching(/^fail history: event_seal \d+: /)]);
  });

  test('finds a chain that was rewritten as a whole only by a head that was written down', async () => {
    const head = (await world.chain()).at(-1)!.hash.toString('hex');
    await write(world.apps[0], tales(300));
    await seal(world.apps[0]);
    // The chain has grown since; the head still stands in it.
    expect(await world.complaints(head)).toEqual([]);
    await world.intruder.query(`update event set data = '{"b": 3}' where id = $1`, [await idAt(2)]);
    await world.intruder.query('delete from event_link where commune_id = $1', [communeId]);
    await world.intruder.query('delete from event_seal where commune_id = $1', [communeId]);
    await world.intruder.query(
      'insert into event_waiting select commune_id, id from event where commune_id = $1',
      [communeId],
    );
    await seal(world.apps[0], 1_000);
    expect(await world.complaints()).toEqual([]);
    expect(await world.complaints(head)).toEqual([`fail history-head: ${head}`]);
  });

  test('refuses a head that is none', async () => {
    await expect(world.complaints('1234')).rejects.toThrow(/64 hexadecimal/);
  });

  test('says how far the history is sealed, its head, and whether sealing is late', async () => {
    await write(world.apps[0], tales(301, 302));
    const findings = await examine(world.ownerUrl, { patienceMs: 0 });
    const links = await world.chain();
    expect(findings.find(({ check }) => check === 'history')?.en).toBe(
      `Commune 10993: the history is whole. ${links.length} entries are sealed, 2 wait. Head: ${links.at(-1)!.hash.toString('hex')}`,
    );
    await world.intruder.query(
      `insert into event_waiting select commune_id, id from (select $1::int as commune_id, uuidv7(interval '-11 minutes') as id) old`,
      [communeId],
    );
    expect((await world.complaints()).filter((line) => line.startsWith('warn'))).toEqual([
      'warn history-sealing: event_waiting: 1',
    ]);
  });
});

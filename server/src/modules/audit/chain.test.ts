import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { until } from '../../../../tests/kit/until.js';
import { openChainWorld, seal, tales, write, type ChainWorld } from './chain.fixture.js';

let world: ChainWorld;
let apps: ChainWorld['apps'];

beforeAll(async () => {
  world = await openChainWorld();
  ({ apps } = world);
});
afterAll(() => world.close());

/** The chain computed once more from the rows, by what is written about it and not by the database's function. */
async function recomputed(): Promise<Buffer[]> {
  const { rows } = await world.owner.query<Record<string, string | number | Buffer | null>>(
    `select e.id, e.commune_id, e.type, e.subject_type, e.subject_id, e.actor_person_id, e.session_id, e.api_key_id, e.request_id,
       floor(extract(epoch from e.occurred_at) * 1000000)::text as occurred, floor(extract(epoch from e.recorded_at) * 1000000)::text as recorded,
       e.data::text as data, e.detail_hash
     from event_link l join event e on e.id = l.event_id where l.commune_id = $1 order by l.position`,
    [world.communeId],
  );
  let previous = Buffer.alloc(0);
  return rows.map((row) => {
    const { occurred, recorded, data, detail_hash, ...columns } = row;
    const text = [
      ...Object.values(columns).map((value) => JSON.stringify(value)),
      ...[occurred, recorded].map((micros) => JSON.stringify(instant(micros as string))),
      data,
      JSON.stringify((detail_hash as Buffer | null)?.toString('hex') ?? null),
    ];
    previous = createHash('sha256')
      .update(previous)
      .update(`[${text.join(', ')}]`)
      .digest();
    return previous;
  });
}

/** '2025-12-01T01:00:00.123456Z' of microseconds since 1970. */
function instant(micros: string): string {
  const seconds = new Date(Number(micros.slice(0, -6)) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${micros.slice(-6)}Z`;
}

describe('the application', () => {
  test.each(['event', 'event_detail', 'event_waiting', 'event_link', 'event_seal'])(
    'neither changes nor deletes a row of %s',
    async (table) => {
      await expect(apps[0].query(`update ${table} set commune_id = commune_id`)).rejects.toThrow(
        'permission denied',
      );
      await expect(apps[0].query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(apps[0].query(`truncate ${table} cascade`)).rejects.toThrow('permission denied');
    },
  );

  test.each(['event_waiting', 'event_link', 'event_seal'])('writes no row of %s by itself', async (table) => {
    await expect(apps[0].query(`insert into ${table} select * from ${table}`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('reads the chain only behind the wall of the history', async () => {
    await write(apps[0], tales(0));
    await seal(apps[0]);
    const seen = async (walls: number) => {
      await apps[1].query('select set_scope($1, true, null, true, null, $2, null, null)', [
        world.communeId,
        walls,
      ]);
      const { rows } = await apps[1].query<{ links: number; seals: number }>(
        'select (select count(*)::int from event_link) as links, (select count(*)::int from event_seal) as seals',
      );
      return rows[0];
    };
    expect(await seen(27)).toEqual({ links: 0, seals: 0 });
    expect(await seen(4)).toEqual({ links: 1, seals: 1 });
    await apps[1].query('select enter_job($1)', [world.communeId]);
  });
});

describe('the sealer', () => {
  test('chains what is written, in batches, and a repeat changes nothing', async () => {
    await write(apps[0], tales(1, 2, 3, 4, 5));
    expect(await seal(apps[0], 3)).toBe(3);
    expect(await seal(apps[0], 3)).toBe(2);
    expect(await seal(apps[0], 3)).toBe(0);
    const links = await world.chain();
    expect(links.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(links.map(({ subject_id }) => subject_id)).toEqual(tales(0, 1, 2, 3, 4, 5));
    expect(links.map(({ hash }) => hash.toString('hex'))).toEqual(
      (await recomputed()).map((hash) => hash.toString('hex')),
    );
    const { rows } = await world.owner.query(
      'select up_to::int, entries, hash from event_seal where commune_id = $1 order by 1',
      [world.communeId],
    );
    expect(rows).toEqual([
      { up_to: 1, entries: 1, hash: links[0]!.hash },
      { up_to: 4, entries: 3, hash: links[3]!.hash },
      { up_to: 6, entries: 2, hash: links[5]!.hash },
    ]);
  });

  test('misses no event of a transaction that was slower than others', async () => {
    const slow = await world.entered(world.communeId);
    await slow.query('begin');
    await write(slow, ['begun first']);
    await write(apps[0], ['begun second']);
    expect(await seal(apps[0])).toBe(1);
    await slow.query('commit');
    expect(await seal(apps[0])).toBe(1);
    await slow.end();
    expect((await world.chain()).slice(-2).map(({ subject_id }) => subject_id)).toEqual([
      'begun second',
      'begun first',
    ]);
  });

  test('takes nothing of what was rolled back', async () => {
    await apps[0].query('begin');
    await write(apps[0], ['never told']);
    await apps[0].query('rollback');
    expect(await seal(apps[0])).toBe(0);
  });

  test('works beside another one, each event once', async () => {
    await write(apps[0], tales(...Array.from({ length: 40 }, (_, n) => 100 + n)));
    const before = (await world.chain()).length;
    const sealed = await Promise.all(
      apps.map(async (app) => (await seal(app, 10)) + (await seal(app, 10)) + (await seal(app, 10))),
    );
    expect(sealed[0]! + sealed[1]!).toBe(40);
    const links = await world.chain();
    expect(links.length).toBe(before + 40);
    expect(links.at(-1)!.hash).toEqual((await recomputed()).at(-1));
  });

  test('that is killed in the middle leaves the chain whole, and the next one goes on', async () => {
    await write(apps[0], tales(200, 201));
    const before = (await world.chain()).length;
    const victim = await world.entered(world.communeId);
    await victim.query('begin');
    expect(await seal(victim)).toBe(2);
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
    await world.intruder.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await victim.end().catch(() => undefined);
    await until({ what: 'the killed session is gone' }, async () => {
      const left = await world.intruder.query('select from pg_stat_activity where pid = $1', [rows[0]!.pid]);
      return left.rowCount === 0;
    });
    expect((await world.chain()).length).toBe(before);
    expect(await world.complaints()).toEqual([]);
    expect(await seal(apps[1])).toBe(2);
    expect((await world.chain()).at(-1)!.hash).toEqual((await recomputed()).at(-1));
  });

  test('keeps a chain for each commune', async () => {
    const strangerId = await world.found('12127');
    const stranger = await world.entered(strangerId);
    await write(stranger, tales(1));
    expect(await seal(apps[0])).toBe(0);
    expect((await stranger.query('select communes_to_seal() as id')).rows).toEqual([{ id: strangerId }]);
    expect(await seal(stranger)).toBe(1);
    const { rows } = await stranger.query('select position::int from event_link');
    expect(rows).toEqual([{ position: 1 }]);
    await stranger.end();
  });
});

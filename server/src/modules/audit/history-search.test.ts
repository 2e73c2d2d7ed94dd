import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { testDatabase } from '../../../../tests/kit/database.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type Login, type World } from '../../../../tests/kit/world.js';
import { historyStatement } from './history.queries.js';
import type { HistoryFilter } from './history.types.js';

let world: World;
let leader: Client;
let app: pg.Client;

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  leader = await world.as('lanhdao');
  app = new pg.Client({ connectionString: (await testDatabase()).appUrl });
  await app.connect();
  await tell('a', 'vanhoa', { headName: 'Bùi Thị Thuỷ', phone: '0912000111' }, { aboutHomes: true });
  await tell('b', 'vanhoa', { fullName: 'Đặng Văn An', note: 'theo QĐ số 12/UBND' });
  await tell('c', 'quantri', { fullName: 'Lò Thị Lan', phone: '0912000222' });
  await tell('d', 'quantri', { name: 'Thôn Thượng' }, { type: 'OrgUnitRenamed' });
  await tell('e', 'vanhoa', null);
}, 60_000);
afterAll(async () => {
  await app.end();
  await world.close();
});
beforeEach(() => app.query('select enter_job($1)', [world.communeId]));

interface Told {
  type?: string;
  aboutHomes?: boolean;
  communeId?: number;
}

let minute = 0;

/** An event about `subject`, a minute after the one before. */
async function tell(
  subject: string,
  login: Login | null,
  after: object | null,
  more: Told = {},
): Promise<void> {
  minute += 1;
  await world.owner.query(
    `with e as (
       insert into event (commune_id, type, subject_type, subject_id, actor_person_id, request_id, occurred_at, data, detail_hash)
       select $1, $2, 'tale', $3, $4, 'r', at, '{}', detail_hash('\\x01', $5) from (select '2025-12-02T00:00:00+07:00'::timestamptz + make_interval(mins => $7) as at) now
       returning id, occurred_at)
     insert into event_detail (event_id, commune_id, salt, detail, about_rows, occurred_at)
       select id, $1, '\\x01', $5, $6, occurred_at from e where $5::jsonb is not null`,
    [
      more.communeId ?? world.communeId,
      more.type ?? 'PersonChanged',
      subject,
      login && world.people[login],
      after && JSON.stringify({ before: null, after }),
      more.aboutHomes ?? false,
      minute,
    ],
  );
}

/** The subjects of what is found, newest first: 'e d c'. */
async function found(search: string, more: object = {}, client = leader): Promise<string> {
  const { history } = await client.ask<{ history: { nodes: { subjectId: string }[] } }>(
    'query ($filter: HistoryFilter) { history(filter: $filter) { nodes { subjectId } } }',
    { filter: { subjectType: 'tale', ...more, search } },
  );
  return history.nodes.map(({ subjectId }) => subjectId).join(' ');
}

describe('a search of the history', () => {
  test.each([
    ['a name', 'Thị Thuỷ', 'a'],
    ['a name without diacritics, in capitals', 'THI THUY', 'a'],
    ['the other way to place the mark', 'Thúy'.replace('ú', 'u').replace('y', 'ỷ'), 'a'],
    ['decomposed letters', 'Đặng'.normalize('NFD'), 'b'],
    ['words in any order', 'thuy bui', 'a'],
    ['part of a long word', 'huong', 'd'],
    ['a word of several', 'thi', 'c a'],
    ['two letters only as a whole word', 'An', 'b'],
    ['a number with its punctuation', '12/UBND', 'b'],
    ['who did it', 'Phạm Văn Hoá', 'e b a'],
    ['who did it, by part of the name', 'hoang tri', 'd c'],
    ['who did it and to whom', 'Hoá Thuỷ', 'a'],
    ['who did it and to whom, where nobody did', 'Quản Trị Thuỷ', ''],
    ['what is nowhere', 'Kraken', ''],
    ['five words of one name and detail, which are not mixed', 'Phạm Văn Hoá Bùi Thuỷ', ''],
    ['nothing but signs', '% _ \\ *', ''],
    ['blanks, which are no search', '  ', 'e d c b a'],
    ['a word as long as a book', 'thuy'.repeat(1_000), ''],
  ])('finds %s', async (_, search, subjects) => {
    expect(await found(search)).toBe(subjects);
  });

  test('finds no field names, and no phone, which would tell it digit by digit', async () => {
    expect(await found('fullName')).toBe('');
    for (const phone of ['0912000222', '0912000', '12000222', '2000'])
      expect(await found(phone, {}, await world.as('vanhoa'))).toBe('');
  });

  test('finds nothing about homes for those who see no homes', async () => {
    const admin = await world.as('quantri');
    expect(await found('thuy', {}, admin)).toBe('');
    expect(await found('Hoá Thuỷ', {}, admin)).toBe('');
    // That it was done, and by whom, they may know.
    expect(await found('pham', {}, admin)).toBe('e b a');
  });

  test('goes with every other filter', async () => {
    expect(await found('th', { types: ['OrgUnitRenamed'] })).toBe('');
    expect(await found('thon', { types: ['OrgUnitRenamed', 'PersonAdded'] })).toBe('d');
    expect(await found('thon', { types: ['PersonChanged'] })).toBe('');
    expect(await found('hoa', { types: ['PersonChanged'], subjectId: 'b' })).toBe('b');
    expect(await found('thi', { actorId: world.people.quantri })).toBe('c');
    expect(await found('thi', { actorId: world.people.lanhdao })).toBe('');
    expect(await found('pham', { from: '2025-12-02T00:02:00+07:00', to: '2025-12-02T00:04:59+07:00' })).toBe(
      'b',
    );
    expect(await found('thi', { to: '2025-12-02T00:02:00+07:00' })).toBe('a');
  });

  test('pages like the whole list', async () => {
    const page =
      'query ($after: String) { history(filter: { search: "van" }, first: 1, after: $after) { nodes { subjectId } pageInfo { endCursor hasNextPage } } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { history }: { history: { nodes: { subjectId: string }[]; pageInfo: { endCursor: string } } } =
        await leader.ask(page, { after });
      seen.push(history.nodes[0]!.subjectId);
      after = history.pageInfo.endCursor;
    }
    expect(seen).toEqual(['e', 'b', 'a']);
  });
});

describe('the second wall of the search', () => {
  const find = async () => {
    const { rows } = await app.query<{ subject: string }>(
      `select subject_id as subject from event where subject_type = 'tale' and id in (select search_history('{thi}', null, null, null, null, null, null, null, null, 10)) order by 1`,
    );
    return rows.map(({ subject }) => subject).join(' ');
  };
  const ids = async () =>
    (await app.query(`select search_history('{thi}', null, null, null, null, null, null, null, null, 10)`))
      .rowCount;
  const enter = (commune: number | null, walls: number, everyVillage: boolean) =>
    app.query('select set_scope($1, $2, null, false, null, $3, null, null)', [commune, everyVillage, walls]);

  test('lets the application call the search only by its door', async () => {
    const rest = 'null, null, null, null, null, null, null, null';
    await expect(app.query(`select search_details('{%}', null, ${rest}, 10)`)).rejects.toThrow(
      'permission denied',
    );
    await expect(app.query(`select search_actors('{}', ${rest}, 10)`)).rejects.toThrow('permission denied');
  });

  test('shows nothing to nobody, without the right to the history, or to another commune', async () => {
    const { communeId } = await addNeighbour(world.owner);
    await tell('x', null, { fullName: 'Thị Láng Giềng' }, { communeId });
    await enter(null, 4, true);
    expect(await ids()).toBe(0);
    await enter(world.communeId, 27, true);
    expect(await ids()).toBe(0);
    await enter(communeId, 31, true);
    expect(await find()).toBe('x');
    await enter(world.communeId, 4, true);
    expect(await find()).toBe('a c');
  });

  test('keeps details of homes from those who do not see every one', async () => {
    await enter(world.communeId, 4, false);
    expect(await find()).toBe('c');
  });
});

describe('among many entries, by an index,', () => {
  const many = 30_000;
  beforeAll(async () => {
    await world.owner.query(
      `with facts as (
         select uuidv7() as id, '2025-06-01'::timestamptz + n * interval '1 minute' as at, n,
           case when n % 3 = 0 then jsonb_build_object('after', jsonb_build_object('headName', 'Chủ hộ ' || n, 'lane', 'Ngõ Giữa')) end as detail
         from generate_series(1, $1::int) n),
       written as (
         insert into event (id, commune_id, type, subject_type, subject_id, actor_person_id, request_id, occurred_at, data, detail_hash)
         select id, $2, 'Filler' || n % 7, 'filler', (n % 1000)::text, (array[$3, $4]::uuid[])[1 + n % 2], 'r', at, '{}', detail_hash('\\x01', detail) from facts)
       insert into event_detail (event_id, commune_id, salt, detail, occurred_at) select id, $2, '\\x01', detail, at from facts where detail is not null`,
      [many, world.communeId, world.people.vanhoa, world.people.thanhvien],
    );
    await world.owner.query('vacuum (analyze) event, event_detail');
  }, 60_000);

  interface Node {
    'Node Type': string;
    'Relation Name'?: string;
    'Index Name'?: string;
    Plans?: Node[];
  }

  /** What the plan of a page does: 'Index Scan event_newest', … */
  async function planOf(filter: HistoryFilter): Promise<string[]> {
    const { text, values } = historyStatement(filter, { size: 25, after: null });
    const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (format json) ${text}`,
      values,
    );
    const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
    return nodes(rows[0]!['QUERY PLAN'][0].Plan)
      .filter((node) => node['Node Type'].includes('Scan') || node['Node Type'].includes('Sort'))
      .map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`.trim());
  }

  test.each<[string, HistoryFilter, string]>([
    ['the latest', {}, 'event_newest'],
    ['one type', { types: ['Filler3'] }, 'event_of_type'],
    ['several types', { types: ['Filler3', 'SignedIn', 'None'] }, 'event_of_type'],
    ['one record', { subjectType: 'filler', subjectId: '77' }, 'event_of_subject'],
    ['one person', { actorId: '00000000-0000-7000-8000-000000000000' }, 'event_of_actor'],
    [
      'a day',
      { from: new Date('2025-06-05T00:00:00Z'), to: new Date('2025-06-06T00:00:00Z') },
      'event_newest',
    ],
  ])('finds %s', async (_, filter, index) => {
    const plan = await planOf(filter);
    expect(plan.filter((step) => step.includes('event_'))).toEqual(
      expect.arrayContaining([expect.stringMatching(`^Index.* ${index}$`)]),
    );
    expect(plan.filter((step) => /Seq Scan/.test(step))).toEqual([]);
  });

  /** How often the search asked each index, and read the whole table. */
  async function asked(words: string): Promise<Record<string, number>> {
    await app.query('begin');
    await app.query(`select search_history($1, null, null, null, null, null, null, null, null, 26)`, [words]);
    const { rows } = await app.query<{ name: string; times: number }>(
      `select case when relkind = 'r' then 'whole ' else '' end || relname as name, pg_stat_get_xact_numscans(oid)::int as times
       from pg_class where relname like 'event%' and relkind in ('r', 'i') and pg_stat_get_xact_numscans(oid) > 0`,
    );
    await app.query('rollback');
    return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
  }

  test.each([
    ['rare words', '{2997,giua}'],
    ['words that are nowhere', '{kraken}'],
    ['words that are everywhere', '{giua}'],
    ['a short word', '{le}'],
  ])('finds %s', async (_, words) => {
    const scans = await asked(words);
    expect(scans['event_detail_words']).toBeGreaterThan(0);
    expect(Object.keys(scans).filter((name) => name.startsWith('whole'))).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Client } from '../../../tests/kit/client.js';
import { testDatabase, type TestDatabase } from '../../../tests/kit/database.js';
import { readConfig } from '../kernel/config.js';
import { createLogger } from '../kernel/log.js';
import { hashPassword } from '../modules/access/index.js';
import { seedSample } from '../seeds/seed.js';
import { start } from '../start.js';
import { backUp } from './backup.js';
import type { Finding } from './doctor-finding.js';
import { historyIsWhole } from './doctor-history.js';
import { emptyDatabase } from './empty-database.fixture.js';
import { restore } from './restore.js';
import { numberings, tablesInOrder } from './tables.js';
import { atWork, getCommunes } from './workplace.js';

const password = 'một-mật-khẩu-thử';
const folder = mkdtempSync(join(tmpdir(), 'tungnha-backup-'));
const file = join(folder, 'commune.gz');
let source: TestDatabase;
let target: Awaited<ReturnType<typeof emptyDatabase>>;

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table: how many rows, and the hash of them all, generated columns included. */
function contentOf({ ownerUrl }: TestDatabase): Promise<Record<string, string>> {
  return connected(ownerUrl, async (client) => {
    const content: Record<string, string> = {};
    for (const { name } of await tablesInOrder(client)) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as sum from ${name} t`,
      );
      content[name] = rows[0]!.sum;
    }
    return { ...content, numberings: JSON.stringify(await numberings(client)) };
  });
}

// There in an empty database as well: the clock, and the wordings that the migrations bring.
const notData = new Set(['numberings', 'business_clock', 'consent_wording']);
const rowsIn = async (database: TestDatabase) =>
  Object.entries(await contentOf(database)).flatMap(([name, sum]) =>
    notData.has(name) || sum.startsWith('0 ') ? [] : [name],
  );

const intoTarget = (path: string) => restore({ ownerUrl: target.ownerUrl, file: path });

/** The backup with its plain text changed; the checksum is made right again unless it is to be wrong. */
function spoilt(
  name: string,
  change: (text: string) => string,
  checksum: 'right' | 'left' = 'right',
): string {
  const plain = change(gunzipSync(readFileSync(file)).toString());
  const body = plain.replace(/sha256 \w+\n$/, '');
  const sum = checksum === 'right' ? `sha256 ${createHash('sha256').update(body).digest('hex')}\n` : '';
  const path = join(folder, name);
  writeFileSync(path, gzipSync(checksum === 'right' ? body + sum : plain));
  return path;
}

beforeAll(async () => {
  source = await testDatabase();
  await seedSample({
    ownerUrl: source.ownerUrl,
    passwordHash: await hashPassword(password),
    log: createLogger('silent'),
  });
  // What the sample has none of: a job that waits, a deadline, someone who is signed in, a history that is sealed
  // in part, and a reading of a year ago.
  await connected(source.ownerUrl, async (client) => {
    await client.query(`insert into outbox (job, payload) values ('recompute-commune', '{"communeId": 1}')`);
    await client.query(`insert into due values ('sweep-flags', '2025-12-02', '2025-12-02T01:00:00+07:00')`);
    await client.query(`insert into session (commune_id, account_id, token_hash, expires_at)
      select commune_id, id, '\\x01', now() + interval '1 day' from account limit 1`);
    await client.query('select enter_job(id) from commune');
    for (const sealed of [2, 0]) {
      await client.query(`with facts as (select uuidv7() as id, '\\x01'::bytea as salt, '{"after": {"b": 1.50, "aa": "Tên\\n"}}'::jsonb as detail from generate_series(1, 3)),
        written as (insert into event (id, commune_id, type, subject_type, subject_id, request_id, occurred_at, data, detail_hash)
          select id, current_commune(), 'Told', 'tale', '1', 'r', now(), '{"z": 1.0, "y": "\\t"}', detail_hash(salt, detail) from facts)
        insert into event_detail (event_id, commune_id, salt, detail) select id, current_commune(), salt, detail from facts`);
      await client.query('select seal_events($1)', [sealed]);
    }
    await client.query(`insert into access_log (id, commune_id, kind, request_id, list, rows, at)
      select uuidv7(interval '-1 year'), id, 'LIST', 'r', 'Household', 25, now() from commune`);
    // Text that COPY must escape.
    await client.query(
      `update person set full_name = E'Trần\\\\.\\nVăn\\tHai \\\\' where id = (select min(id::text)::uuid from person)`,
    );
  });
  target = await emptyDatabase('restored');
  await backUp({ ownerUrl: source.ownerUrl, file });
}, 180_000);

afterAll(async () => {
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup is refused', () => {
  test('where a file has its name already', async () => {
    await expect(backUp({ ownerUrl: source.ownerUrl, file })).rejects.toThrow(/exists already/);
  });

  test('to the role that row-level security binds, which would get an empty one', async () => {
    const path = join(folder, 'as-app.gz');
    await expect(backUp({ ownerUrl: source.appUrl, file: path })).rejects.toThrow(/row-level security/);
    expect(existsSync(path) || existsSync(`${path}.unfinished`)).toBe(false);
  });
});

describe('a restore is refused, with nothing written,', () => {
  const damage: [string, () => string, RegExp][] = [
    ['of a file that is not there', () => join(folder, 'none.gz'), /can't be read/],
    ['of something else', () => spoiltBytes('else.gz', () => Buffer.from('hello')), /damaged/],
    [
      'of another gzip file',
      () => spoiltBytes('other.gz', () => gzipSync('hello\n')),
      /no backup of Từng Nhà/,
    ],
    [
      'of a truncated file',
      () => spoiltBytes('cut.gz', (bytes) => bytes.subarray(0, bytes.length * 0.7)),
      /damaged/,
    ],
    [
      'of one that ends a byte early',
      () => spoiltBytes('byte.gz', (bytes) => bytes.subarray(0, -1)),
      /damaged/,
    ],
    ['of a file with a flipped bit', () => spoiltBytes('flipped.gz', flip), /damaged/],
    [
      'of an altered row',
      () => spoilt('row.gz', (text) => text.replace('Thượng Hồng', 'Thượng Lam'), 'left'),
      /damaged/,
    ],
    [
      'of rows that were cut out',
      () => spoilt('rows.gz', (text) => text.replace(/\n[^\n]*\n\\\.\nsha256/, '\n\\.\nsha256')),
      /damaged/,
    ],
    ['of lines after its end', () => spoilt('more.gz', (text) => `${text}and more\n`, 'left'), /damaged/],
    [
      'of a newer version',
      () => spoilt('newer.gz', withVersion('"9999-tomorrow"')),
      /newer Từng Nhà \(9999-tomorrow\)/,
    ],
    [
      'of an older version',
      () => spoilt('older.gz', (text) => text.replace(/,"0003-[^"]+"/, '')),
      /older version/,
    ],
    [
      'of tables that are not here',
      () => spoilt('tables.gz', (text) => text.replace('"birth_year"', '"birth_month"')),
      /person/,
    ],
    ['of a row that points nowhere', () => spoilt('nowhere.gz', orphaned), /foreign key/],
  ];
  test.each(damage)('%s', async (_, path, message) => {
    await expect(intoTarget(path())).rejects.toThrow(message);
    expect(await rowsIn(target)).toEqual([]);
  });

  test('into a database that has data', async () => {
    const before = await contentOf(source);
    await expect(restore({ ownerUrl: source.ownerUrl, file })).rejects.toThrow(/has data[^]*person/);
    expect(await contentOf(source)).toEqual(before);
  });

  function spoiltBytes(name: string, change: (bytes: Buffer) => Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(file)));
    return path;
  }
  function flip(bytes: Buffer): Buffer {
    bytes[bytes.length >> 1]! ^= 1;
    return bytes;
  }
  function withVersion(version: string) {
    return (text: string) => text.replace('"schema":[', `"schema":[${version},`);
  }
  /** The last performer of a visit is a person whom nobody knows. */
  function orphaned(text: string): string {
    return text.replace(/[0-9a-f-]{36}\n\\\.\nsha256/, '00000000-0000-7000-8000-000000000000\n\\.\nsha256');
  }
});

describe('a backup that was restored', () => {
  test('is for its owner’s eyes, and has no sign-in', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const header = JSON.parse(gunzipSync(readFileSync(file)).toString().split('\n', 1)[0]!);
    expect(header.tables.map(({ name }: { name: string }) => name)).not.toContain('session');
  });

  test('has every row of every table, and numbers on from there', async () => {
    const tables: string[] = [];
    // As a server that was started on the empty database leaves it.
    await connected(target.ownerUrl, (client) =>
      client.query(`insert into due values ('sweep-flags', '2026-01-01', now())`),
    );
    await restore({ ownerUrl: target.ownerUrl, file, progress: ({ name }) => tables.push(name) });
    const content = await contentOf(target);
    expect(content).toEqual(await contentOf(source));
    expect(tables.toSorted()).toEqual(
      Object.keys(content)
        .filter((name) => name !== 'numberings')
        .toSorted(),
    );
    const { rows } = await connected(target.ownerUrl, (client) =>
      client.query(
        `select (select count(*)::integer from session) as sessions,
           (select count(*)::integer from pg_trigger where not tgisinternal and tgenabled <> 'O') as "switchedOff"`,
      ),
    );
    expect(rows).toEqual([{ sessions: 0, switchedOff: 0 }]);
  });

  test('has a whole history with the same head, and its readings in the partition of their month', async () => {
    const [here, there] = [await historyOf(source), await historyOf(target)];
    expect(there).toEqual(here);
    expect(there.map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
    expect(there[0]!.en).toMatch(/ 2 entries are sealed, \d+ wait\. Head: [0-9a-f]{64}$/);
    const { rows } = await connected(target.ownerUrl, (client) =>
      client.query<{ partition: string }>('select tableoid::regclass::text as partition from access_log'),
    );
    expect(rows).toEqual([{ partition: expect.stringMatching(/^log\.access_log_\d{4}_\d\d$/) }]);
  });

  test('serves the same dashboard', async () => {
    const boards = [await scoreboardOf(source), await scoreboardOf(target)];
    expect(boards[1]).toEqual(boards[0]);
    expect(boards[0]).toMatchObject({ scoreboard: { villages: { length: 20 } } });
  });
});

function historyOf({ ownerUrl }: TestDatabase): Promise<Finding[]> {
  return atWork(ownerUrl, async (workplace) => {
    const [commune] = await getCommunes(workplace);
    return historyIsWhole(workplace, commune!);
  });
}

async function scoreboardOf({ appUrl }: TestDatabase): Promise<unknown> {
  const config = readConfig({ DATABASE_URL: appUrl, PORT: '0', FACES: 'http', LOG_LEVEL: 'silent' });
  const running = await start(config, createLogger('silent'));
  try {
    const client = await Client.signIn(`http://127.0.0.1:${running.port}`, 'lanhdao', password);
    const saved = readFileSync(new URL('../operations/scoreboard.graphql', import.meta.url), 'utf8');
    return await client.ask(saved);
  } finally {
    await running.stop();
  }
}

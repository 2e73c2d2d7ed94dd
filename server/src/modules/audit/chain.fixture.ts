/** A history without a server: who may write it, and somebody whom nothing stops. */
import pg from 'pg';
import { testDatabase } from '../../../../tests/kit/database.js';
import { examine } from '../../cli/doctor.js';

export interface Link {
  position: number;
  hash: Buffer;
  subject_id: string;
}

export type ChainWorld = Awaited<ReturnType<typeof openChainWorld>>;

export async function openChainWorld() {
  const { appUrl, ownerUrl } = await testDatabase();
  const adminUrl = new URL(process.env['TEST_DATABASE_ADMIN_URL']!);
  adminUrl.pathname = new URL(ownerUrl).pathname;
  const owner = await connected(ownerUrl);
  // No trigger, key or policy stops whoever has taken over the database.
  const intruder = await connected(adminUrl.href);
  await intruder.query('set session_replication_role = replica');
  const communeId = await found('10993');
  const apps: [pg.Client, pg.Client] = [await entered(communeId), await entered(communeId)];

  async function found(code: string): Promise<number> {
    const { rows } = await owner.query<{ id: number }>(
      `insert into commune (code, name, province_code, province_name) values ($1, 'Xã ' || $1, '31', 'Hải Phòng') returning id`,
      [code],
    );
    return rows[0]!.id;
  }

  /** A connection of the application, as background work in a commune. */
  async function entered(commune: number): Promise<pg.Client> {
    const app = await connected(appUrl);
    await app.query('select enter_job($1)', [commune]);
    return app;
  }

  /** The links with what their events are about, in order. */
  async function chain(): Promise<Link[]> {
    const { rows } = await owner.query<Link>(
      `select l.position::int, l.hash, e.subject_id from event_link l join event e on e.id = l.event_id
       where l.commune_id = $1 order by l.position`,
      [communeId],
    );
    return rows;
  }

  /** What the doctor says against the history: 'fail history: …'. */
  async function complaints(head?: string): Promise<string[]> {
    const findings = await examine(ownerUrl, { patienceMs: 0, head });
    return findings
      .filter(({ check, verdict }) => check.startsWith('history') && verdict !== 'ok')
      .flatMap(({ check, verdict, details }) => details.map((detail) => `${verdict} ${check}: ${detail}`));
  }

  const close = () => Promise.all([owner, intruder, ...apps].map((client) => client.end()));
  return { ownerUrl, owner, intruder, apps, communeId, found, entered, chain, complaints, close };
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // One of them is killed on purpose.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Writes events about these subjects as the application does, each with a detail. */
export async function write(client: pg.Client, subjects: string[]): Promise<void> {
  for (const subject of subjects) {
    await client.query(
      `with facts as (select uuidv7() as id, '\\x0102'::bytea as salt, jsonb_build_object('after', jsonb_build_object('name', $1::text)) as detail),
         written as (
           insert into event (id, commune_id, type, subject_type, subject_id, request_id, occurred_at, data, detail_hash)
           select id, current_commune(), 'Told', 'tale', $1, 'r', '2025-12-01T08:00:00.123456+07:00', '{"b": 1.50, "a": "Đông \\"x\\""}', detail_hash(salt, detail) from facts)
       insert into event_detail (event_id, commune_id, salt, detail) select id, current_commune(), salt, detail from facts`,
      [subject],
    );
  }
}

/** Seals at most so many events; gives how many. */
export async function seal(client: pg.Client, most = 100): Promise<number> {
  const { rows } = await client.query<{ sealed: number }>('select seal_events($1) as sealed', [most]);
  return rows[0]!.sealed;
}

export const tales = (...numbers: number[]): string[] => numbers.map((n) => `tale ${n}`);

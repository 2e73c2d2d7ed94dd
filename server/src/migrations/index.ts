// The database's versions, in order; each is one .sql file, applied by the owner in one transaction, all or
// nothing, so there is no half-done state to recover from.
import { readFileSync } from 'node:fs';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueSchema } from '../kernel/queue.js';

const versions = [
  ...['0001-foundation', '0002-row-security', '0003-household-projection'],
  ...['0004-access', '0005-audit', '0006-privacy', '0007-files'],
];

// Two servers that start together must not migrate together. Any number will do, if it is always the same.
const advisoryLock = 10_993;

function migrationOf(name: string) {
  class SqlFile extends Migration {
    override up(): void {
      this.addSql(readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8'));
    }
  }
  return { name, class: SqlFile };
}

/** Brings the database to this program's version, as its owner. Returns the versions that were applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await refuseNewer(client);
    const applied = await applyVersions(ownerUrl);
    await runMigrations(client, queueSchema);
    await client.query(grantQueue);
    return applied;
  } finally {
    await client.end();
  }
}

const grantQueue = `
  -- The queue makes a sequence for each queue when it first needs it.
  grant usage, create on schema ${queueSchema} to tungnha_app;
  grant select, insert, update, delete on all tables in schema ${queueSchema} to tungnha_app;
  grant usage on all sequences in schema ${queueSchema} to tungnha_app;
  grant execute on all functions in schema ${queueSchema} to tungnha_app;`;

async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query(`select to_regclass('migration') as found`);
  if (!tables[0]?.found) return;
  const { rows } = await client.query<{ name: string }>('select name from migration order by id');
  const unknown = rows.map(({ name }) => name).filter((name) => !versions.includes(name));
  if (unknown.length === 0) return;
  throw new Error(
    `Cơ sở dữ liệu thuộc phiên bản Từng Nhà mới hơn (${unknown.join(', ')}). Hãy chạy đúng phiên bản đó, hoặc khôi phục bản sao lưu cũ.\n` +
      `The database belongs to a newer Từng Nhà (${unknown.join(', ')}). Run that version, or restore an older backup.`,
  );
}

async function applyVersions(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    // The caller says what was applied.
    logger: () => undefined,
    migrations: {
      tableName: 'migration',
      migrationsList: versions.map(migrationOf),
      allOrNothing: true,
      transactional: true,
      disableForeignKeys: false,
      snapshot: false,
    },
  });
  try {
    const done = await orm.migrator.up();
    return done.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

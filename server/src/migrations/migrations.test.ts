import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { asAdmin, createDatabase, OWNER } from '../../../launcher/database.mjs';
import { urlFor } from '../../../launcher/test-cluster.mjs';
import { migrate } from './index.js';

const adminUrl = process.env['TEST_DATABASE_ADMIN_URL']!;
const name = `tungnha_migrate_w${process.env['JEST_WORKER_ID'] ?? '1'}`;
const ownerUrl = urlFor(adminUrl, OWNER, name);

let owner: pg.Client;

const tableExists = async (table: string) => {
  const { rows } = await owner.query('select to_regclass($1) is not null as there', [table]);
  return rows[0].there as boolean;
};

beforeEach(async () => {
  await asAdmin(adminUrl, async (client: pg.Client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await createDatabase(client, name, 'template0');
  });
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await asAdmin(adminUrl, (client: pg.Client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
});

describe('bringing a database to this version', () => {
  test('a newer database is refused, with the way out in both languages', async () => {
    await migrate(ownerUrl);
    await owner.query(`insert into migration (name, executed_at) values ('0999-from-the-future', now())`);
    await expect(migrate(ownerUrl)).rejects.toThrow(
      /0999-from-the-future[\s\S]*sao lưu[\s\S]*newer[\s\S]*backup/,
    );
  });

  test('a version that fails half-way leaves nothing behind, and the next attempt succeeds', async () => {
    // The second version makes a function of this name and stumbles over it, after the first has made its tables.
    await owner.query('create function enter_job(integer) returns void language sql as $$ $$');
    await expect(migrate(ownerUrl)).rejects.toThrow(/enter_job/);
    expect(await tableExists('commune')).toBe(false);
    expect(await tableExists('visit')).toBe(false);

    await owner.query('drop function enter_job(integer)');
    expect(await migrate(ownerUrl)).toContain('0001-foundation');
    expect(await tableExists('visit')).toBe(true);
  });

  test('an older database gets what it lacks, and only that', async () => {
    await migrate(ownerUrl);
    await owner.query(
      `drop function household_projection; delete from migration where name = '0003-household-projection'`,
    );
    expect(await migrate(ownerUrl)).toEqual(['0003-household-projection']);
  });

  test('two servers that start together migrate once', async () => {
    const [first, second] = await Promise.all([migrate(ownerUrl), migrate(ownerUrl)]);
    expect([...first, ...second].filter((version) => version === '0001-foundation')).toHaveLength(1);
  });

  test('migrating again changes nothing', async () => {
    await migrate(ownerUrl);
    expect(await migrate(ownerUrl)).toEqual([]);
  });
});

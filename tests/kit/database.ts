/**
 * A database for one test file.
 *
 * Every file gets a fresh copy of the migrated template, under a name that belongs to its jest worker. Copying takes
 * some tens of milliseconds, truncating the product's tables takes as long and forgets sequences, settings and
 * whatever a migration seeded; and a rolled-back transaction would hide commits, the relay and NOTIFY.
 */
import { createDatabase, APP, OWNER, asAdmin } from '../../launcher/database.mjs';
import { urlFor } from '../../launcher/test-cluster.mjs';

export interface TestDatabase {
  /** As the server connects: row-level security applies. */
  appUrl: string;
  /** As migrations connect: owns every table. */
  ownerUrl: string;
}

let copy: Promise<TestDatabase> | undefined;

/** This file's database. Asking again gives the same one: modules live as long as their test file. */
export function testDatabase(): Promise<TestDatabase> {
  copy ??= copyTemplate();
  return copy;
}

async function copyTemplate(): Promise<TestDatabase> {
  const { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_DATABASE_TEMPLATE: template } = process.env;
  if (!adminUrl || !template)
    throw new Error('tests/kit/global-setup.mjs did not run: is this a database project?');
  const name = `tungnha_test_w${process.env.JEST_WORKER_ID ?? '1'}`;
  await asAdmin(adminUrl, async (client) => {
    // "force" ends connections that an earlier file of this worker forgot.
    await client.query(`drop database if exists ${name} with (force)`);
    await createDatabase(client, name, template);
  });
  return { appUrl: urlFor(adminUrl, APP, name), ownerUrl: urlFor(adminUrl, OWNER, name) };
}

/** A second migrated database beside the one that a test file has: what a backup is restored into. */
import { APP, asAdmin, createDatabase, OWNER } from '../../../launcher/database.mjs';
import { urlFor } from '../../../launcher/test-cluster.mjs';
import type { TestDatabase } from '../../../tests/kit/database.js';

/** A new one each time; `drop` when the test is over. */
export async function emptyDatabase(purpose: string): Promise<TestDatabase & { drop(): Promise<void> }> {
  const { TEST_DATABASE_ADMIN_URL: adminUrl = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;
  const name = `tungnha_test_w${process.env['JEST_WORKER_ID'] ?? '1'}_${purpose}`;
  const drop = () =>
    asAdmin(
      adminUrl,
      async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
    );
  await drop();
  await asAdmin(adminUrl, (client) => createDatabase(client, name, template));
  return { appUrl: urlFor(adminUrl, APP, name), ownerUrl: urlFor(adminUrl, OWNER, name), drop };
}

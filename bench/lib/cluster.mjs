/**
 * A throwaway PostgreSQL with exactly the settings of `npm start`, durable commits included: the test cluster's
 * faster ones would flatter every figure that waits for a commit.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { throwawayPlace } from '../../launcher/place.mjs';
import { createCluster, startPostgres } from '../../launcher/postgres.mjs';
import { birthmark } from '../../launcher/processes.mjs';

/**
 * @param {AbortSignal} stopping
 * @returns {Promise<{ folder: string, adminUrl: string, stop: () => Promise<void> }>}
 */
export async function startCluster(stopping) {
  const place = throwawayPlace();
  // As the test cluster signs its folders: should we be killed, the next test run ends and removes what is left.
  const owner = { pid: process.pid, birthmark: birthmark(process.pid) };
  writeFileSync(join(place.folder, 'runner.json'), JSON.stringify(owner));
  const remove = () => rmSync(place.folder, { recursive: true, force: true });
  const logFile = join(place.folder, 'postgres.log');
  const cluster = { place, password: randomUUID(), logFile, secretsFile: logFile };
  try {
    await createCluster({ ...cluster, throwaway: true }, stopping);
    const postgres = await startPostgres(cluster, stopping);
    return {
      folder: place.folder,
      adminUrl: postgres.adminUrl,
      async stop() {
        await postgres.stop({ hurry: true });
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

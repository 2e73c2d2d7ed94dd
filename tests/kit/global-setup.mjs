/**
 * Before the first test of a project that needs a database: a cluster and its template.
 *
 * `npm test` starts one cluster for all its stages and passes TEST_DATABASE_ADMIN_URL; jest run by hand gets its
 * own, which global-teardown.mjs stops. Workers are forked afterwards and inherit what is set here.
 */
import { ensureTemplate, startTestCluster } from '../../launcher/test-cluster.mjs';

/** @returns {Promise<void>} */
export default async function globalSetup() {
  if (!process.env.TEST_DATABASE_ADMIN_URL) {
    const cluster = await startTestCluster();
    process.env.TEST_DATABASE_ADMIN_URL = cluster.adminUrl;
    Object.assign(globalThis, { stopTestCluster: cluster.stop });
  }
  process.env.TEST_DATABASE_TEMPLATE = await ensureTemplate(process.env.TEST_DATABASE_ADMIN_URL);
}

/** After the last test: stops the cluster that global-setup.mjs started, if it did. */

/** @returns {Promise<void>} */
export default async function globalTeardown() {
  const shared = /** @type {{ stopTestCluster?: () => Promise<void> }} */ (globalThis);
  await shared.stopTestCluster?.();
}

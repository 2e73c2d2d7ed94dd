/** The browser for the e2e tests: CHROMIUM_PATH, or one on the path, or Debian's. */
import { findOrInstall } from './programs.mjs';

/** @param {AbortSignal} [stopping] @returns {Promise<string | undefined>} */
export async function provideChromium(stopping) {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return findOrInstall({ names, debianPackage: 'chromium', stopping });
}

/**
 * The last thing `npm start` prints: where to go and whom to be.
 *
 * @typedef {{ role: string, title: string, login: string }} SampleLogin
 */
import { relative } from 'node:path';
import { root } from './layout.mjs';
import say from './messages.mjs';
import { bold, dim, oneLine, print } from './progress.mjs';

/** @param {{ address: string, logins: readonly SampleLogin[], password: string, log: string }} what */
export function showWelcome({ address, logins, password, log }) {
  print(`\n  ${bold(say.running()[0])} ${dim(`/ ${say.running()[1]}`)}`);
  print(`\n    ${bold(address)}\n`);
  if (logins.length > 0) showAccounts(logins, password);
  else print(`  ${oneLine(say.noSample())}`);
  print(`\n  ${oneLine(say.howToStop())} ${dim(`· ${relative(root, log)}`)}\n`);
}

/** @param {readonly SampleLogin[]} logins @param {string} password */
function showAccounts(logins, password) {
  print(
    `  ${oneLine(say.sampleAccounts())} · ${say.password()[0]} ${dim(`/ ${say.password()[1]}`)}: ${bold(password)}\n`,
  );
  const rows = logins.map(({ title, login, role }) => ({ title: title.normalize('NFC'), login, role }));
  const widest = Math.max(...rows.map(({ title }) => title.length));
  const longest = Math.max(...rows.map(({ login }) => login.length));
  for (const { title, login, role } of rows) {
    print(`    ${title.padEnd(widest)}   ${login.padEnd(longest)}   ${dim(role)}`);
  }
}

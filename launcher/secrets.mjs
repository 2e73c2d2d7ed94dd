/**
 * The passwords of this clone: made once, kept in `.data/secrets.json` for its owner's eyes only.
 *
 * @typedef {{ superuser: string, owner: string, app: string, sample: string }} Secrets
 */
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import say, { Refusal } from './messages.mjs';

/** Short, easily read aloud, without marks: this password is typed from a terminal into a phone. */
const WORDS = (
  'sen tre lua cau dua mit na quyt buoi chanh cam oi xoai nhan vai man me gung nghe hanh ' +
  'ruong vuon song suoi ho dong nui rung bien dao nang mua gio may trang sao chim tom ca cua'
).split(' ');

/** @param {{ file: string, haveData: boolean, env: NodeJS.ProcessEnv }} options @returns {Secrets} */
export function keepSecrets({ file, haveData, env }) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (haveData) throw new Refusal(say.secretsMissing(file));
  const secrets = makeSecrets(env);
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** @param {NodeJS.ProcessEnv} env @returns {Secrets} */
function makeSecrets(env) {
  return {
    superuser: token(),
    owner: token(),
    app: token(),
    sample: env.SAMPLE_PASSWORD || samplePassword(),
  };
}

function token() {
  return randomBytes(24).toString('base64url');
}

function samplePassword() {
  const word = () => WORDS[randomInt(WORDS.length)];
  return `${word()}-${word()}-${word()}-${randomInt(1000, 10_000)}`;
}

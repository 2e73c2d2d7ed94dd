// argon2id as Node provides it, at OWASP's 19 MiB, t=2, p=1; stored in the usual PHC text form.
import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2 = promisify(argon2Callback);
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return argon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...cost });
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether the password belongs to the hash; takes as long for a malformed hash as for a wrong password. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, , , , salt, tag] = stored?.split('$') ?? [];
  const computed = await derive(password, salt ? Buffer.from(salt, 'base64') : Buffer.alloc(16));
  const expected = tag ? Buffer.from(tag, 'base64') : Buffer.alloc(0);
  return expected.length === computed.length && timingSafeEqual(expected, computed);
}

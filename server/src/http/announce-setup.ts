// While nobody has an account, a start of the HTTP face prints a new one-time code for the page /setup. Only its hash
// is kept, and only until somebody has an account.
import type { AddressInfo } from 'node:net';
import type { Database } from '../kernel/database.js';
import type { Logger } from '../kernel/index.js';
import { issueSetupCode } from '../modules/access/index.js';

export async function announceSetup(
  database: Database,
  log: Logger,
  address: AddressInfo | string | null | undefined,
): Promise<void> {
  const code = await issueSetupCode({ query: (text, values) => database.system(text, values) });
  if (code === null) return;
  const page = `${originOf(address)}/setup`;
  // A warning, because somebody must act, and because the launcher shows warnings on the terminal.
  log.warn(
    `Chưa có tài khoản nào. Mở ${page} (hoặc /setup ở địa chỉ công khai) và nhập mã cài đặt ${code}, dùng một lần trong 24 giờ. / ` +
      `Nobody has an account yet. Open ${page} (or /setup at the public address) and enter the setup code ${code}, once, within 24 hours.`,
  );
}

function originOf(address: AddressInfo | string | null | undefined): string {
  if (!address || typeof address === 'string') return '';
  const everywhere = address.address === '0.0.0.0' || address.address === '::';
  return `http://${everywhere ? '127.0.0.1' : address.address}:${address.port}`;
}

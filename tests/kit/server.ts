/** The server, for real, on a database of its own and a free port; what is in the database is the caller's to say. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readConfig } from '../../server/src/kernel/config.js';
import { createLogger } from '../../server/src/kernel/log.js';
import { hashPassword } from '../../server/src/modules/access/password.js';
import { start } from '../../server/src/start.js';
import { testDatabase } from './database.js';

export const password = 'một-mật-khẩu-thử';

export interface Served {
  url: string;
  /** The database as its owner, for facts and for what no API should tell. */
  owner: pg.Pool;
  close: () => Promise<void>;
}

interface Serving {
  /** Fills the database before the server starts; gets the hash of everybody's password. */
  fill: (owner: pg.ClientBase, passwordHash: string) => Promise<void>;
  env?: Record<string, string>;
}

export async function serve({ fill, env = {} }: Serving): Promise<Served> {
  const { appUrl, ownerUrl } = await testDatabase();
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  const client = await owner.connect();
  await fill(client, await hashPassword(password));
  client.release();
  const config = readConfig({
    DATABASE_URL: appUrl,
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    QUEUE_PREFIX: `test-${randomBytes(6).toString('hex')}`,
    FACES: 'http',
    ...env,
  });
  const running = await start(config, createLogger(config.LOG_LEVEL));
  return {
    url: `http://127.0.0.1:${running.port}`,
    owner,
    async close() {
      await running.stop();
      await owner.end();
    },
  };
}

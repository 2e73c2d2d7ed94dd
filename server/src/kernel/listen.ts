// Hears PostgreSQL notifications, for the relay, for open screens and for the clock.
import pg from 'pg';
import type { Database } from './database.js';
import type { Logger } from './log.js';

/** A connection of its own that listens to these channels and comes back when it is lost. */
export async function listenTo(
  { database, log }: { database: Database; log: Logger },
  heard: Record<string, (payload: string) => void>,
) {
  const channels = Object.keys(heard);
  let closed = false;
  let client: pg.Client;
  const open = async () => {
    client = new pg.Client({
      connectionString: database.url,
      keepAlive: true,
      application_name: `tungnha ${channels.join(' ')}`,
    });
    client.on('notification', ({ channel, payload }) => heard[channel]?.(payload ?? ''));
    client.on('error', () => void reopen());
    await client.connect();
    for (const channel of channels) await client.query(`listen ${channel}`);
  };
  const reopen = async () => {
    while (!closed) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const back = await open().then(
        () => true,
        () => false,
      );
      if (back) return log.info({ channels }, 'listening again');
    }
  };
  await open();
  return {
    async close() {
      closed = true;
      await client.end().catch(() => undefined);
    },
  };
}

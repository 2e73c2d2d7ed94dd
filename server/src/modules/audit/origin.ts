// From where something was done: the device and its address at that moment.
import type { Context } from '../../kernel/index.js';
import { deviceName } from '../access/index.js';

interface Trace {
  session_id: string | null;
  api_key_id: string | null;
  recorded_at: string;
}

export interface Origin {
  /** The browser and system, or the name of the API key; null for what no device did. */
  device: string | null;
  address: string | null;
}

/** In the order of the traces. A session that retention has taken is known no more. */
export async function originsOf(ctx: Context, traces: readonly Trace[]): Promise<Origin[]> {
  if (traces.length === 0) return [];
  const rows = await ctx.db.query<{ agent: string | null; key_name: string | null; address: string | null }>(
    'select agent, key_name, address from origins_of($1::uuid[], $2::uuid[], $3::timestamptz[]) order by ordinal',
    [
      traces.map(({ session_id }) => session_id),
      traces.map(({ api_key_id }) => api_key_id),
      traces.map(({ recorded_at }) => recorded_at),
    ],
  );
  return rows.map(({ agent, key_name, address }) => ({
    device: key_name ?? (agent === null ? null : deviceName(agent)),
    address,
  }));
}

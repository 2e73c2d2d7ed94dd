import type { Context } from '../../kernel/index.js';
import { deviceName } from './device.js';
import { Session } from './session.types.js';

interface SessionRow {
  id: string;
  account_id: string;
  user_agent: string | null;
  address: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
}

/** The live sessions of each of these accounts, latest first, as far as the caller sees them. */
export async function liveSessionsOf(ctx: Context, accountIds: readonly string[]): Promise<Session[][]> {
  const rows = await ctx.db.query<SessionRow>(
    `select id, account_id, user_agent, address, created_at, last_seen_at, expires_at from session
     where account_id = any ($1) and ended_at is null and expires_at > now()
       and last_seen_at > now() - make_interval(mins => idle_minutes)
     order by last_seen_at desc, id desc`,
    [[...accountIds]],
  );
  const byAccount = Map.groupBy(rows, (row) => row.account_id);
  return accountIds.map((id) => (byAccount.get(id) ?? []).map((row) => shown(ctx, row)));
}

function shown({ identity }: Context, row: SessionRow): Session {
  return Object.assign(new Session(), {
    id: row.id,
    device: deviceName(row.user_agent),
    address: row.address,
    createdAt: new Date(row.created_at),
    lastSeenAt: new Date(row.last_seen_at),
    expiresAt: new Date(row.expires_at),
    isCurrent: row.id === identity.sessionId,
  });
}

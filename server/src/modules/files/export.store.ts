// Exported files wait here for whoever made them: minutes, and for one fetch.
import { communeOf, problem, type Context } from '../../kernel/index.js';
import type { ExportedFile } from './export.types.js';
import { fileErrors } from './file.errors.js';
import { hashOfToken, holderOf, newToken } from './token.js';

const minutes = 15;
// A file of the largest list is some megabytes.
const mostWaiting = 5;

/** Refuses when too many files of the caller wait already. Errors: TOO_MANY_EXPORTS. */
export async function requireRoom(ctx: Context): Promise<void> {
  const [waiting] = await ctx.db.query<{ count: number }>(
    'select count(*) as count from exported_file where account_id = $1 and expires_at > now()',
    [ctx.identity.accountId],
  );
  if (waiting!.count >= mostWaiting)
    throw problem(fileErrors.TOO_MANY_EXPORTS, { limit: mostWaiting, minutes });
}

interface NewExport {
  id: string;
  /** What its owner must still be allowed when they fetch it. */
  action: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
  rows: number;
}

/** Keeps a file for its one fetch. */
export async function keepExport(
  ctx: Context,
  { id, action, name, mediaType, bytes, rows }: NewExport,
): Promise<ExportedFile> {
  await ctx.db.query('delete from exported_file where account_id = $1 and expires_at <= now()', [
    ctx.identity.accountId,
  ]);
  const token = newToken();
  const [kept] = await ctx.db.query<{ expires_at: string }>(
    `insert into exported_file (id, commune_id, account_id, holder_id, action, token_hash, name, media_type, bytes, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(mins => $10)) returning expires_at`,
    [
      id,
      communeOf(ctx.identity),
      ctx.identity.accountId,
      holderOf(ctx.identity),
      action,
      hashOfToken(token),
      name,
      mediaType,
      bytes,
      minutes,
    ],
  );
  return { path: `/exports/${token}`, fileName: name, rows, expiresAt: new Date(kept!.expires_at) };
}

interface FetchedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** The file, which is then gone; null for a wrong, used or late token, and for everybody but its holder. */
export async function takeExport(ctx: Context, token: string): Promise<FetchedFile | null> {
  const { identity } = ctx;
  const [file] = await ctx.db.query<FetchedFile>(
    `delete from exported_file
     where token_hash = $1 and holder_id = $2 and account_id = $3 and action = any($4) and expires_at > now()
     returning name, media_type as "mediaType", bytes`,
    [
      hashOfToken(token),
      holderOf(identity),
      identity.accountId,
      identity.abilities.all().map(({ action }) => action),
    ],
  );
  return file ?? null;
}

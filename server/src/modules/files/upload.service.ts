// A file comes in two steps: leave is asked for by a mutation, and the bytes follow to an address that works once.
import { createHash } from 'node:crypto';
import { allow, communeOf, may, problem, type Context } from '../../kernel/index.js';
import { readTable as readSheet, recogniseSheet, type Table } from '../tabular/index.js';
import { fileErrors } from './file.errors.js';
import { fileLabel } from './file-name.js';
import { hashOfToken, holderOf, newToken } from './token.js';
import { UploadPurpose, type UploadTicket } from './upload.types.js';

export const mostUploadBytes = 5_000_000;
const mostPerDay = 30;

interface Purpose {
  /** The action that the file is for: who may not do that has no use for the file. */
  needs: string;
  /** Refuses bytes of another kind. */
  check(bytes: Buffer): Promise<unknown>;
}

const purposes: Record<UploadPurpose, Purpose> = {
  [UploadPurpose.ACCOUNTS_SHEET]: { needs: 'account:manage', check: recogniseSheet },
};

interface Announced {
  purpose: UploadPurpose;
  fileName: string;
  sizeBytes: number;
}

/** Leave to hand in one file within ten minutes. Errors: NOT_ALLOWED, UPLOAD_EMPTY, UPLOAD_TOO_LARGE, TOO_MANY_UPLOADS. */
export async function requestUpload(
  ctx: Context,
  { purpose, fileName, sizeBytes }: Announced,
): Promise<UploadTicket> {
  allow(ctx, purposes[purpose].needs);
  requireSize(sizeBytes);
  const [held] = await ctx.db.query<{ count: number }>(
    `select (select count(*) from uploaded_file where account_id = $1 and expires_at > now())
       + (select count(*) from upload_ticket where account_id = $1 and expires_at > now()) as count`,
    [ctx.identity.accountId],
  );
  if (held!.count >= mostPerDay) throw problem(fileErrors.TOO_MANY_UPLOADS, { limit: mostPerDay });
  const token = newToken();
  const [ticket] = await ctx.db.query<{ expires_at: string }>(
    `insert into upload_ticket (token_hash, commune_id, account_id, holder_id, purpose, name, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + interval '10 minutes') returning expires_at`,
    [
      hashOfToken(token),
      communeOf(ctx.identity),
      ctx.identity.accountId,
      holderOf(ctx.identity),
      purpose,
      fileLabel(fileName),
    ],
  );
  return { path: `/uploads/${token}`, expiresAt: new Date(ticket!.expires_at), maxBytes: mostUploadBytes };
}

function requireSize(bytes: number): void {
  if (bytes <= 0) throw problem(fileErrors.UPLOAD_EMPTY, {}, { path: 'sizeBytes' });
  if (bytes > mostUploadBytes)
    throw problem(
      fileErrors.UPLOAD_TOO_LARGE,
      { megabytes: mostUploadBytes / 1_000_000 },
      { path: 'sizeBytes' },
    );
}

export interface TakenTicket {
  accountId: string;
  purpose: UploadPurpose;
  name: string;
}

/** Uses the leave up, whatever becomes of the file. Errors: UPLOAD_NOT_FOUND. */
export async function takeTicket(ctx: Context, token: string): Promise<TakenTicket> {
  const [ticket] = may(ctx, 'file:upload') && !ctx.identity.viewing ? await taken(ctx, token) : [];
  if (!ticket || !may(ctx, purposes[ticket.purpose].needs)) throw problem(fileErrors.UPLOAD_NOT_FOUND);
  return ticket;
}

function taken(ctx: Context, token: string): Promise<TakenTicket[]> {
  return ctx.db.query<TakenTicket>(
    `delete from upload_ticket where token_hash = $1 and holder_id = $2 and expires_at > now()
     returning account_id as "accountId", purpose, name`,
    [hashOfToken(token), holderOf(ctx.identity)],
  );
}

/** Refuses what is not what the ticket was given for, by its content. Errors: UPLOAD_EMPTY and those of the purpose. */
export async function checkUpload({ purpose }: TakenTicket, bytes: Buffer): Promise<void> {
  requireSize(bytes.length);
  await purposes[purpose].check(bytes);
}

/** Keeps a checked file for a day; gives its id. Errors: UPLOAD_NOT_FOUND when its owner has left meanwhile. */
export async function keepUpload(ctx: Context, ticket: TakenTicket, bytes: Buffer): Promise<string> {
  if (ctx.identity.accountId !== ticket.accountId || !may(ctx, 'file:upload'))
    throw problem(fileErrors.UPLOAD_NOT_FOUND);
  const [file] = await ctx.db.query<{ id: string }>(
    `insert into uploaded_file (commune_id, account_id, purpose, name, bytes, sha256, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + interval '24 hours') returning id`,
    [
      communeOf(ctx.identity),
      ticket.accountId,
      ticket.purpose,
      ticket.name,
      bytes,
      createHash('sha256').update(bytes).digest(),
    ],
  );
  return file!.id;
}

/**
 * The table in a file that the caller has uploaded for this purpose. `headings` are the column names that the
 * caller knows, to find the heading by. Errors: FILE_NOT_FOUND and those of the table.
 */
export async function readTable(
  ctx: Context,
  fileId: string,
  purpose: UploadPurpose,
  headings: readonly string[] = [],
): Promise<Table> {
  const [file] = await ctx.db.query<{ bytes: Buffer }>(
    `select bytes from uploaded_file where id::text = lower($1) and account_id = $2 and purpose = $3 and expires_at > now()`,
    [fileId, ctx.identity.accountId, purpose],
  );
  if (!file) throw problem(fileErrors.FILE_NOT_FOUND, {}, { path: 'fileId' });
  return readSheet(file.bytes, headings);
}

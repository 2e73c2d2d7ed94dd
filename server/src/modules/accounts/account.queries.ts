import { kernelErrors, problem, type Context } from '../../kernel/index.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Those of these ids that can be one at all; what is none is looked for nowhere. */
export function onlyIds(ids: readonly (string | null | undefined)[]): string[] {
  return ids.filter((id) => id !== null && id !== undefined && uuid.test(id)) as string[];
}

/** Whether each of these accounts has a second factor, in the order of the ids. */
export async function haveFactor(ctx: Context, ids: readonly string[]): Promise<boolean[]> {
  const rows = await ctx.db.query<{ id: string }>('select accounts_with_factor($1) as id', [[...ids]]);
  const found = new Set(rows.map((row) => row.id));
  return ids.map((id) => found.has(id));
}

/**
 * Lets one change at a time be made to who administers the commune: two administrators who end each other's position at
 * the same moment must not both find the other one still there.
 */
export async function lockAdministration(ctx: Context): Promise<void> {
  await ctx.db.query('select from commune where id = $1 for no key update', [ctx.identity.communeId]);
}

/** Whether somebody else administers the commune from this day on without an end, and can sign in. */
export async function hasOtherAdministrator(
  ctx: Context,
  { than, on }: { than: string; on: string },
): Promise<boolean> {
  const found = await ctx.db.query(
    `select from position p
     join account a on a.commune_id = p.commune_id and a.person_id = p.person_id
     where p.role = 'ADMIN' and p.person_id <> $1 and p.valid_from <= $2 and p.valid_to is null
       and a.disabled_at is null and a.has_password
     limit 1`,
    [than, on],
  );
  return found.length > 0;
}

/** Whether this person administers the commune on this day or later. */
export async function isAdministrator(ctx: Context, personId: string, from: string): Promise<boolean> {
  const found = await ctx.db.query(
    `select from position where role = 'ADMIN' and person_id = $1 and (valid_to is null or valid_to > $2) limit 1`,
    [personId, from],
  );
  return found.length > 0;
}

/** Holds an account until the end of the transaction, so that two changes to it follow each other. Errors: NOT_FOUND. */
export async function lockAccount(ctx: Context, id: string): Promise<void> {
  const found = await ctx.db.query('select from account where id = $1 for no key update', [id]);
  if (found.length === 0) throw problem(kernelErrors.NOT_FOUND);
}

/** Whether this person can sign in, as those who see people may know. */
export async function hasWorkingAccount(ctx: Context, personId: string): Promise<boolean> {
  const found = await ctx.db.query('select people_with_account($1)', [[personId]]);
  return found.length > 0;
}

/** Ends every session of an account that still holds; gives their ids. */
export async function endSessionsOf(ctx: Context, accountId: string): Promise<string[]> {
  const ended = await ctx.db.query<{ id: string }>(
    `update session set ended_at = now(), end_reason = 'ENDED_BY_ADMIN' where account_id = $1 and ended_at is null returning id`,
    [accountId],
  );
  return ended.map(({ id }) => id);
}

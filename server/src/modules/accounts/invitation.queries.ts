import { fold, normalPhone, type Context } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { onlyIds } from './account.queries.js';
import { Invitation } from './invitation.entity.js';
import type { Facts, KnownPerson } from './invitation.plan.js';
import type { InviteRowInput } from './invitation.types.js';
import { loginStem, stemOf } from './login.js';
import { Position } from './position.entity.js';

/** What must be known to plan these rows, in as many statements for one row as for three hundred. */
export async function factsFor(ctx: Context, rows: readonly InviteRowInput[]): Promise<Facts> {
  const ids = onlyIds(rows.map(({ personId }) => personId));
  const people = await peopleLike(ctx, rows);
  const named = people.filter(({ id }) => ids.includes(id));
  return {
    today: ctx.today,
    people,
    units: await ctx.db.em.find(OrgUnit, {}),
    positions: await ctx.db.em.find(Position, { personId: { $in: named.map(({ id }) => id) } }),
    takenLogins: await loginsLike(ctx, [
      ...rows.flatMap(({ login, fullName }) => [
        stemOf(login?.trim().toLowerCase() ?? ''),
        loginStem(fullName ?? ''),
      ]),
      ...named.map(({ fullName }) => loginStem(fullName)),
    ]),
  };
}

/** Those whom the rows name by id, by phone or by name. */
export async function peopleLike(ctx: Context, rows: readonly InviteRowInput[]): Promise<KnownPerson[]> {
  const ids = onlyIds(rows.map(({ personId }) => personId));
  const phones = rows.flatMap(({ phone }) => normalPhone(phone ?? '') ?? []);
  const names = rows.flatMap(({ fullName }) => foldedName(fullName ?? '') || []);
  return ctx.db.query<KnownPerson & Record<string, unknown>>(
    `select p.id, p.full_name as "fullName", p.folded, p.phone, p.birth_year as "birthYear", a.id is not null as "hasAccount"
     from person p left join account a on a.commune_id = p.commune_id and a.person_id = p.id
     where p.id = any ($1) or p.phone = any ($2) or p.folded = any ($3)`,
    [ids, phones, names],
  );
}

function foldedName(typed: string): string {
  return fold(typed.trim().replace(/\s+/g, ' '));
}

async function loginsLike(ctx: Context, stems: string[]): Promise<string[]> {
  const rows = await ctx.db.query<{ login: string }>('select logins_of($1) as login', [
    [...new Set(stems)].filter(Boolean),
  ]);
  return rows.map(({ login }) => login);
}

interface NewInvitation {
  accountId: string;
  tokenHash: Buffer;
  expiresAt: Date;
}

/** Writes links of one kind, all in one statement. */
export async function addInvitations(
  ctx: Context,
  kind: string,
  links: readonly NewInvitation[],
): Promise<void> {
  await ctx.db.query(
    `insert into invitation (commune_id, account_id, kind, token_hash, created_by_id, expires_at)
     select $1, link.account_id, $2, link.token_hash, $3, link.expires_at
     from unnest($4::uuid[], $5::bytea[], $6::timestamptz[]) as link (account_id, token_hash, expires_at)`,
    [
      ctx.identity.communeId,
      kind,
      ctx.identity.personId,
      links.map(({ accountId }) => accountId),
      links.map(({ tokenHash }) => tokenHash),
      links.map(({ expiresAt }) => expiresAt),
    ],
  );
}

/** Takes back every link of an account that could still be used. */
export async function revokeInvitations(ctx: Context, accountId: string): Promise<void> {
  await ctx.db.query(
    'update invitation set revoked_at = now() where account_id = $1 and used_at is null and revoked_at is null',
    [accountId],
  );
}

/** The link that the owner of each account could use now, or null, in the order of the ids. */
export async function openInvitations(
  ctx: Context,
  accountIds: readonly string[],
): Promise<(Invitation | null)[]> {
  const open = await ctx.db.em.find(
    Invitation,
    { accountId: { $in: [...accountIds] }, usedAt: null, revokedAt: null, expiresAt: { $gt: new Date() } },
    { orderBy: { createdAt: 'asc' } },
  );
  const latest = new Map(open.map((invitation) => [invitation.accountId, invitation]));
  return accountIds.map((id) => latest.get(id) ?? null);
}

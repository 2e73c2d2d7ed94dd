// Setting up, renewing and turning off the second factor of one's own account.
import {
  allow,
  communeOf,
  confirmedUntil,
  emit,
  kernelErrors,
  problem,
  refusalFor,
  type Context,
} from '../../kernel/index.js';
import { factorErrors } from './access.errors.js';
import {
  RecoveryCodesRenewed,
  SecondFactorRolesSet,
  SecondFactorTurnedOff,
  SecondFactorTurnedOn,
} from './access.events.js';
import { attempt } from './attempt.js';
import type { ContextWithDoor } from './door.js';
import { hasFactor, requireCode } from './proof.service.js';
import type { Role } from './role.js';
import type { SecondFactorSetup, SecondFactorState, SecuritySettings } from './second-factor.types.js';
import { newReadableCode, normalCode, tokenHash } from './secrets.js';
import { noteSignIn, requireSession, requireSessionOrPending, strengthenSession } from './session.service.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

const recoveryCodes = 10;

/** Errors: NOT_SIGNED_IN, NOT_FOR_KEYS. */
export async function ownSecondFactor(ctx: Context): Promise<SecondFactorState> {
  const { accountId } = requireSessionOrPending(ctx);
  const [row] = await ctx.db.query<{ confirmedAt: string | null; left: number; isRequired: boolean }>(
    `select
       (select confirmed_at from second_factor where account_id = $1) as "confirmedAt",
       (select count(*) from recovery_code where account_id = $1 and used_at is null) as "left",
       exists (select from held_position h join commune c on c.id = h.commune_id
         where h.person_id = $2 and h.role = any (c.second_factor_roles)
           and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)) as "isRequired"`,
    [accountId, ctx.identity.personId, ctx.today],
  );
  const { confirmedAt, left, isRequired } = row!;
  return {
    isOn: confirmedAt !== null,
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    recoveryCodesLeft: left,
    isRequired,
  };
}

/** Lets in the owner of a second factor who has given the password. Errors: NOT_SIGNED_IN, NOT_ALLOWED, CODE_WRONG, TOO_MANY_ATTEMPTS. */
export async function enterCode(ctx: ContextWithDoor, code: string): Promise<void> {
  if (ctx.identity.pending !== 'NEEDS_CODE') throw refusalFor(ctx.identity);
  const kind = await requireCode(ctx, code);
  await strengthenSession(ctx, { withFactor: true });
  await noteSignIn(ctx, kind);
}

// Whoever must set one up to come in has just given the password; everybody else must have proved it lately.
function requireSetupRight(ctx: Context): string {
  const { accountId } = requireSessionOrPending(ctx);
  const { identity } = ctx;
  if (identity.pending === 'NEEDS_FACTOR') return accountId;
  if (identity.pending !== null) throw refusalFor(identity);
  if (identity.viewing) throw problem(kernelErrors.VIEWING_ONLY);
  const until = confirmedUntil(identity);
  if (!until || Date.now() > until.getTime()) throw problem(kernelErrors.CONFIRM_IDENTITY);
  return accountId;
}

/** A new secret, which counts once a code of it is entered. Errors: CONFIRM_IDENTITY, FACTOR_ALREADY_ON. */
export async function beginSecondFactor(ctx: Context): Promise<SecondFactorSetup> {
  const accountId = requireSetupRight(ctx);
  const secret = newTotpSecret();
  const begun = await ctx.db.query(
    `insert into second_factor as f (account_id, commune_id, secret) values ($1, $2, $3)
     on conflict (account_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
       where f.confirmed_at is null
     returning account_id`,
    [accountId, communeOf(ctx.identity), secret],
  );
  if (begun.length === 0) throw problem(factorErrors.FACTOR_ALREADY_ON);
  return { secret, uri: totpUri(ctx.identity.login!, secret) };
}

/**
 * Turns the second factor on by a first code, and lets in whoever could not come in without. Gives the recovery codes.
 * Errors: CONFIRM_IDENTITY, FACTOR_NOT_STARTED, FACTOR_ALREADY_ON, CODE_WRONG, TOO_MANY_ATTEMPTS.
 */
export async function confirmSecondFactor(ctx: ContextWithDoor, code: string): Promise<string[]> {
  const accountId = requireSetupRight(ctx);
  const [factor] = await ctx.db.query<{ secret: string; isOn: boolean }>(
    `select secret, confirmed_at is not null as "isOn" from second_factor where account_id = $1 for update`,
    [accountId],
  );
  if (!factor) throw problem(factorErrors.FACTOR_NOT_STARTED);
  if (factor.isOn) throw problem(factorErrors.FACTOR_ALREADY_ON);
  const step = await attempt(ctx, 'CODE', accountId, () =>
    Promise.resolve(totpStep(factor.secret, normalCode(code))),
  );
  if (step === null) throw problem(factorErrors.CODE_WRONG, {}, { path: 'code' });
  await ctx.db.query('update second_factor set confirmed_at = now(), last_step = $2 where account_id = $1', [
    accountId,
    step,
  ]);
  const codes = await replaceRecoveryCodes(ctx, accountId);
  await strengthenSession(ctx, { withFactor: true });
  await emit(ctx, SecondFactorTurnedOn, { subject: { type: 'account', id: accountId }, data: { accountId } });
  return codes;
}

/** New recovery codes; those of before no longer work. Errors: NOT_FOR_KEYS, FACTOR_NOT_ON. */
export async function renewRecoveryCodes(ctx: Context): Promise<string[]> {
  const { accountId } = requireSession(ctx);
  if (!(await hasFactor(ctx))) throw problem(factorErrors.FACTOR_NOT_ON);
  const codes = await replaceRecoveryCodes(ctx, accountId);
  await emit(ctx, RecoveryCodesRenewed, { subject: { type: 'account', id: accountId }, data: { accountId } });
  return codes;
}

async function replaceRecoveryCodes(ctx: Context, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newReadableCode);
  await ctx.db.query('delete from recovery_code where account_id = $1', [accountId]);
  await ctx.db.query(
    'insert into recovery_code (commune_id, account_id, code_hash) select $1, $2, unnest($3::bytea[])',
    [communeOf(ctx.identity), accountId, codes.map((code) => tokenHash(normalCode(code)))],
  );
  return codes;
}

/** Signs in with the password alone from now on. Errors: NOT_FOR_KEYS, FACTOR_NOT_ON. */
export async function removeSecondFactor(ctx: Context): Promise<void> {
  const { accountId } = requireSession(ctx);
  if (!(await hasFactor(ctx))) throw problem(factorErrors.FACTOR_NOT_ON);
  await ctx.db.query('select remove_factor($1)', [accountId]);
  await emit(ctx, SecondFactorTurnedOff, {
    subject: { type: 'account', id: accountId },
    data: { accountId },
  });
}

export async function securitySettings({ db, identity }: Context): Promise<SecuritySettings> {
  const [row] = await db.query<{ roles: Role[] }>(
    'select second_factor_roles as roles from commune where id = $1',
    [communeOf(identity)],
  );
  return { secondFactorRoles: row!.roles };
}

/** From their next request on, holders of these roles set up a second factor before they do anything else. */
export async function setSecondFactorRoles(ctx: Context, roles: Role[]): Promise<SecuritySettings> {
  allow(ctx, 'security:manage');
  const communeId = communeOf(ctx.identity);
  const { secondFactorRoles: before } = await securitySettings(ctx);
  const after = [...new Set(roles)];
  await ctx.db.query('update commune set second_factor_roles = $2 where id = $1', [communeId, after]);
  await emit(ctx, SecondFactorRolesSet, {
    subject: { type: 'commune', id: communeId },
    data: { before, after },
  });
  return { secondFactorRoles: after };
}

// `tungnha user …`: the ways in of people, for an operator; on the panel the same is done by an administrator.
import { Command, Option } from 'commander';
import type { Context } from '../kernel/index.js';
import { Role } from '../modules/access/index.js';
import { disableAccount, removeAccountFactor } from '../modules/accounts/account.service.js';
import { inviteAccounts, resetAccess } from '../modules/accounts/invitation.service.js';
import type { IssuedLink } from '../modules/accounts/invitation.types.js';
import { asOperator } from './operator.js';
import { getAppUrl } from './owner-url.js';
import { Refusal } from './refusal.js';
import { showLink } from './setup.js';

interface Who {
  name: string;
  login?: string;
  phone?: string;
  role?: Role;
  unit?: string;
}

/** Invites one person, perhaps with a position; gives their link. */
export async function inviteUser(ctx: Context, { name, login, phone, role, unit }: Who): Promise<IssuedLink> {
  const row = {
    fullName: name,
    login: login ?? null,
    phone: phone ?? null,
    role: role ?? null,
    orgUnitCode: unit ?? null,
  };
  const { rows } = await inviteAccounts(ctx, [row], { dryRun: false });
  const { link, problems } = rows[0]!;
  if (link) return link;
  const details = problems.map(({ field, messages }) => `${field}: ${messages.vi} / ${messages.en}`);
  throw new Refusal('Chưa mời được người này:', 'This person could not be invited:', details);
}

/** The account with this login. */
async function accountIdOf({ db }: Context, login: string): Promise<string> {
  const [row] = await db.query<{ id: string }>('select id from account where login = lower($1)', [
    login.trim(),
  ]);
  if (row) return row.id;
  throw new Refusal(`Không có tài khoản “${login}” trong xã này.`, `This commune has no account “${login}”.`);
}

export const resetUser = async (ctx: Context, login: string): Promise<IssuedLink> =>
  resetAccess(ctx, await accountIdOf(ctx, login));

export const disableUser = async (ctx: Context, login: string, reason: string) =>
  disableAccount(ctx, await accountIdOf(ctx, login), reason);

export const removeFactorOf = async (ctx: Context, login: string) =>
  removeAccountFactor(ctx, await accountIdOf(ctx, login));

export interface ListedUser {
  login: string;
  fullName: string;
  state: 'INVITED' | 'ACTIVE' | 'DISABLED';
  roles: string;
  lastSignInAt: string | null;
}

export function listUsers({ db, today }: Context): Promise<ListedUser[]> {
  return db.query<ListedUser>(
    `select a.login, p.full_name as "fullName",
       case when a.disabled_at is not null then 'DISABLED' when a.has_password then 'ACTIVE' else 'INVITED' end as state,
       (select coalesce(string_agg(distinct h.role, ' '), '') from held_position h
         where h.person_id = p.id and h.valid_from <= $1 and (h.valid_to is null or h.valid_to > $1)) as roles,
       to_char(a.last_sign_in_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as "lastSignInAt"
     from account a join person p on p.id = a.person_id
     order by a.login`,
    [today],
  );
}

interface InCommune {
  commune?: string;
}

/** A subcommand that works in one commune. */
function subcommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--commune <code>', 'mã xã, khi có nhiều xã / code of the commune, where there are several');
}

const run = <T>({ commune }: InCommune, work: (ctx: Context) => Promise<T>): Promise<T> =>
  asOperator({ appUrl: getAppUrl(), commune }, work);

function done(): void {
  console.log('xong / done');
}

export function userCommand(): Command {
  const user = new Command('user').description('tài khoản của mọi người / people’s accounts');
  user.addCommand(
    subcommand('invite', 'mời một người, in đường dẫn dùng một lần / invite a person, print a one-use link')
      .requiredOption('--name <name>', 'họ và tên / full name')
      .option(
        '--login <login>',
        'tên đăng nhập; bỏ trống thì đặt theo tên / login; made from the name when left out',
      )
      .option('--phone <phone>', 'số điện thoại / phone')
      .addOption(new Option('--role <role>', 'vai trò / role').choices(Object.values(Role)))
      .option('--unit <code>', 'mã đơn vị của vai trò / code of the role’s organisation')
      .action(async (options: Who & InCommune) =>
        showLink(await run(options, (ctx) => inviteUser(ctx, options))),
      ),
  );
  user.addCommand(
    subcommand('list', 'các tài khoản / the accounts').action(async (options: InCommune) => {
      for (const { login, state, fullName, roles, lastSignInAt } of await run(options, listUsers))
        console.log([login, state, fullName, roles, lastSignInAt ?? '-'].join('\t'));
    }),
  );
  user.addCommand(
    subcommand('reset', 'cấp lại đường dẫn để đặt mật khẩu / another link to set a password')
      .argument('<login>', 'tên đăng nhập / login')
      .action(async (login: string, options: InCommune) =>
        showLink(await run(options, (ctx) => resetUser(ctx, login))),
      ),
  );
  user.addCommand(
    subcommand('disable', 'khoá tài khoản, kết thúc mọi phiên / disable an account, end every session')
      .argument('<login>', 'tên đăng nhập / login')
      .requiredOption('--reason <text>', 'lý do / why')
      .action(async (login: string, options: InCommune & { reason: string }) => {
        await run(options, (ctx) => disableUser(ctx, login, options.reason));
        done();
      }),
  );
  user.addCommand(
    subcommand(
      'remove-factor',
      'gỡ xác thực hai bước khi mất máy / take off a second factor whose device is lost',
    )
      .argument('<login>', 'tên đăng nhập / login')
      .action(async (login: string, options: InCommune) => {
        await run(options, (ctx) => removeFactorOf(ctx, login));
        done();
      }),
  );
  return user;
}

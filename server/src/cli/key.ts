// `tungnha key …`: which scripts have keys, and how to stop one at once.
import { Command } from 'commander';
import type { Context } from '../kernel/index.js';
import { revokeKey } from '../modules/access/index.js';
import { asOperator } from './operator.js';
import { getAppUrl } from './owner-url.js';
import { Refusal } from './refusal.js';

export interface ListedKey {
  hint: string;
  name: string;
  login: string;
  scopes: string;
  state: 'WORKS' | 'REVOKED' | 'EXPIRED';
  lastUsedAt: string | null;
}

export function listKeys({ db }: Context): Promise<ListedKey[]> {
  return db.query<ListedKey>(
    `select k.hint, k.name, a.login, array_to_string(k.scopes, ' ') as scopes,
       case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= now() then 'EXPIRED' else 'WORKS' end as state,
       to_char(k.last_used_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as "lastUsedAt"
     from api_key k join account a on a.id = k.account_id
     order by k.created_at`,
  );
}

/** Revokes the one key that begins like this. */
export async function revokeByHint(ctx: Context, hint: string): Promise<void> {
  const found = await ctx.db.query<{ id: string }>(
    'select id from api_key where hint = $1 and revoked_at is null',
    [hint],
  );
  const [key, another] = found;
  if (!key || another)
    throw new Refusal(
      key
        ? `Có nhiều khoá bắt đầu bằng ${hint}; hãy thu hồi trên trang quản trị.`
        : `Không có khoá nào đang dùng bắt đầu bằng ${hint}.`,
      key
        ? `Several keys begin with ${hint}; revoke it on the panel.`
        : `No working key begins with ${hint}.`,
    );
  await revokeKey(ctx, key.id);
}

interface InCommune {
  commune?: string;
}

export function keyCommand(): Command {
  const commune = [
    '--commune <code>',
    'mã xã, khi có nhiều xã / code of the commune, where there are several',
  ] as const;
  const key = new Command('key').description('khoá kết nối của phần mềm khác / API keys of scripts');
  key.addCommand(
    new Command('list')
      .description('các khoá / the keys')
      .option(...commune)
      .action(async (options: InCommune) => {
        const keys = await asOperator({ appUrl: getAppUrl(), ...options }, listKeys);
        for (const { hint, state, login, name, scopes, lastUsedAt } of keys)
          console.log([hint, state, login, name, scopes, lastUsedAt ?? '-'].join('\t'));
      }),
  );
  key.addCommand(
    new Command('revoke')
      .description('thu hồi một khoá ngay / stop a key at once')
      .argument(
        '<hint>',
        'những ký tự đầu của khoá, như “key list” in / its first characters, as “key list” prints them',
      )
      .option(...commune)
      .action(async (hint: string, options: InCommune) => {
        await asOperator({ appUrl: getAppUrl(), ...options }, (ctx) => revokeByHint(ctx, hint));
        console.log('xong / done');
      }),
  );
  return key;
}

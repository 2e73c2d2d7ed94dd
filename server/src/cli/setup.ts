// `tungnha setup`: what the page /setup does, for whoever is at the machine. No password on a command line: it prints a
// link on which the administrator chooses one.
import { Command } from 'commander';
import { openUnit } from '../kernel/database.js';
import {
  furnishCommune,
  issueSetupCode,
  readNewCommune,
  takeSetupCode,
  type NewCommune,
} from '../modules/access/index.js';
import { resetAccess } from '../modules/accounts/invitation.service.js';
import type { IssuedLink } from '../modules/accounts/invitation.types.js';
import { inOne } from './operator.js';
import { getAppUrl } from './owner-url.js';
import { Refusal } from './refusal.js';
import { atWork } from './workplace.js';

/** Founds the first commune; gives the link for its administrator. Refuses when somebody has an account already. */
export function setUp(appUrl: string, typed: NewCommune): Promise<IssuedLink> {
  return atWork(appUrl, async (workplace) => {
    const unit = await openUnit(workplace, { jobOf: null }, 'tungnha setup');
    try {
      return await inOne(unit, async (ctx) => {
        const commune = readNewCommune(typed);
        const code = await issueSetupCode(ctx.db);
        if (code === null) throw alreadySetUp();
        const communeId = await takeSetupCode(ctx.db, code, commune);
        await unit.reenter({ jobOf: communeId });
        const { accountId } = await furnishCommune(ctx, commune);
        return resetAccess(ctx, accountId);
      });
    } finally {
      unit.close();
    }
  });
}

function alreadySetUp(): Refusal {
  return new Refusal(
    'Đã có tài khoản, nên không lập xã đầu tiên được nữa. Mất đường vào thì dùng “tungnha user reset”.',
    'There is an account already, so no first commune can be founded. If nobody gets in, use “tungnha user reset”.',
  );
}

interface Options {
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  village: string[];
  login: string;
  name: string;
}

export function setupCommand(): Command {
  return new Command('setup')
    .description('lập xã đầu tiên và người quản trị / found the first commune and its administrator')
    .requiredOption('--commune-code <code>', 'mã xã, 5 chữ số / code of the commune, five digits')
    .requiredOption('--commune-name <name>', 'tên xã / name of the commune')
    .option('--province-code <code>', 'mã tỉnh, thành phố / code of the province', '31')
    .option('--province-name <name>', 'tên tỉnh, thành phố / name of the province', 'Thành phố Hải Phòng')
    .option('--village <name...>', 'tên các thôn / names of the villages', [])
    .requiredOption('--login <login>', 'tên đăng nhập của người quản trị / login of the administrator')
    .requiredOption('--name <name>', 'họ và tên người quản trị / full name of the administrator')
    .action(async ({ village: villages, name: fullName, ...rest }: Options) => {
      showLink(await setUp(getAppUrl(), { ...rest, villages, fullName }));
    });
}

/** Prints a one-use link; the panel's own address stands before it. */
export function showLink({ path, expiresAt, account }: IssuedLink): void {
  console.log(account.login);
  console.log(`  ${path}`);
  console.log(
    `  Ghép sau địa chỉ của trang quản trị; dùng một lần, đến ${expiresAt.toISOString()} / Put it after the panel’s address; works once, until then`,
  );
}

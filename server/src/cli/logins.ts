import { Command } from 'commander';
import { sampleLogins } from '../seeds/sample/index.js';

export function loginsCommand(): Command {
  return new Command('logins')
    .description('các tài khoản mẫu, mỗi vai một tài khoản / the sample accounts, one for each role')
    .option('--json', 'dạng JSON / as JSON')
    .action(({ json }: { json?: boolean }) => {
      const logins = sampleLogins();
      console.log(
        json ? JSON.stringify(logins) : logins.map(({ login, title }) => `${login}\t${title}`).join('\n'),
      );
    });
}

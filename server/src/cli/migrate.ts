import { Command } from 'commander';
import { migrate } from '../migrations/index.js';
import { getOwnerUrl } from './owner-url.js';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('đưa cơ sở dữ liệu lên phiên bản này / bring the database to this version')
    .action(async () => {
      const applied = await migrate(getOwnerUrl());
      console.log(applied.length > 0 ? applied.join('\n') : 'ok');
    });
}

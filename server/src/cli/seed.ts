import { Command } from 'commander';
import { createLogger } from '../kernel/log.js';
import { hashPassword } from '../modules/access/index.js';
import { seedSample } from '../seeds/seed.js';
import { getOwnerUrl } from './owner-url.js';
import { Refusal } from './refusal.js';

export function seedCommand(): Command {
  return new Command('seed')
    .description('nạp xã mẫu vào cơ sở dữ liệu trống / load the sample commune into an empty database')
    .requiredOption(
      '--sample',
      'dữ liệu mẫu, người và hộ đều hư cấu / sample data, people and homes are invented',
    )
    .action(async () => {
      const loaded = await seedSample({
        ownerUrl: getOwnerUrl(),
        passwordHash: await hashPassword(samplePassword()),
        log: createLogger('warn'),
        progress: (day) => process.stdout.isTTY && process.stdout.write(`\r${day}`),
      });
      console.log(loaded ? 'ok' : 'đã có dữ liệu, không nạp lại / there is data already, nothing was loaded');
    });
}

function samplePassword(): string {
  const password = process.env['SAMPLE_PASSWORD'];
  if (password) return password;
  throw new Refusal(
    'Thiếu biến môi trường SAMPLE_PASSWORD',
    'The environment variable SAMPLE_PASSWORD is missing',
  );
}

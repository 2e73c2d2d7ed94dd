#!/usr/bin/env node
// The operator's tool. Each command is one file of its own where it is more than a line.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { createSchema, schemaText } from '../http/schema.js';
import { createLivePubSub } from '../kernel/index.js';
import { createLogger } from '../kernel/log.js';
import { hashPassword } from '../modules/access/index.js';
import { sampleLogins } from '../seeds/sample/index.js';
import { seedSample } from '../seeds/seed.js';
import { migrate } from '../migrations/index.js';

const program = new Command('tungnha').description('Từng Nhà: công cụ vận hành / the operator’s tool');

function requireUrl(name: 'DATABASE_OWNER_URL' | 'DATABASE_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`Thiếu biến môi trường ${name} / The environment variable ${name} is missing`);
  return url;
}

program
  .command('migrate')
  .description('đưa cơ sở dữ liệu lên phiên bản này / bring the database to this version')
  .action(async () => {
    const applied = await migrate(requireUrl('DATABASE_OWNER_URL'));
    console.log(applied.length > 0 ? applied.join('\n') : 'ok');
  });

program
  .command('seed')
  .description('nạp xã mẫu vào cơ sở dữ liệu trống / load the sample commune into an empty database')
  .requiredOption('--sample', 'dữ liệu mẫu, người và hộ đều hư cấu / sample data, people and homes are invented')
  .action(async () => {
    const password = process.env['SAMPLE_PASSWORD'];
    if (!password) throw new Error('Thiếu biến môi trường SAMPLE_PASSWORD / The environment variable SAMPLE_PASSWORD is missing');
    const loaded = await seedSample({
      ownerUrl: requireUrl('DATABASE_OWNER_URL'),
      passwordHash: await hashPassword(password),
      log: createLogger('warn'),
      progress: (day) => process.stdout.isTTY && process.stdout.write(`\r${day}`),
    });
    console.log(loaded ? 'ok' : 'đã có dữ liệu, không nạp lại / there is data already, nothing was loaded');
  });

program
  .command('logins')
  .description('các tài khoản mẫu, mỗi vai một tài khoản / the sample accounts, one for each role')
  .option('--json', 'dạng JSON / as JSON')
  .action(({ json }: { json?: boolean }) => {
    const logins = sampleLogins();
    console.log(json ? JSON.stringify(logins) : logins.map(({ login, title }) => `${login}\t${title}`).join('\n'));
  });

program
  .command('schema')
  .description('in lược đồ GraphQL / print the GraphQL schema')
  .option('--write', 'ghi vào src/schema.graphql / write it to src/schema.graphql')
  .action(({ write }: { write?: boolean }) => {
    const text = schemaText(createSchema(createLivePubSub()));
    if (write) writeFileSync(fileURLToPath(new URL('../../src/schema.graphql', import.meta.url)), text);
    else process.stdout.write(text);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

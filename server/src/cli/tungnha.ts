#!/usr/bin/env node
// The operator's tool; each command is a file of its own.
import { Command } from 'commander';
import { backupCommand } from './backup.js';
import { doctorCommand } from './doctor.js';
import { keyCommand } from './key.js';
import { loginsCommand } from './logins.js';
import { migrateCommand } from './migrate.js';
import { permissionsCommand } from './permissions.js';
import { planCommand } from './plan-load.js';
import { recomputeCommand } from './recompute.js';
import { Refusal } from './refusal.js';
import { restoreCommand } from './restore.js';
import { schemaCommand } from './schema.js';
import { seedCommand } from './seed.js';
import { setupCommand } from './setup.js';
import { userCommand } from './user.js';

const commands = [
  ...[migrateCommand, seedCommand, loginsCommand, planCommand],
  ...[backupCommand, restoreCommand, doctorCommand, recomputeCommand],
  ...[setupCommand, userCommand, keyCommand],
  ...[schemaCommand, permissionsCommand],
];

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
]);

const program = new Command('tungnha').description('Từng Nhà: công cụ vận hành / the operator’s tool');
for (const command of commands) program.addCommand(command());

try {
  await program.parseAsync();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

/** Refusals speak for themselves; anything else is told with what the operator may look at first. */
function messageOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code && unreachable.has(code)) {
    return `Không kết nối được cơ sở dữ liệu (${code}). Hãy xem nó đã chạy và DATABASE_OWNER_URL đã đúng chưa.\nThe database can’t be reached (${code}). See that it runs and that DATABASE_OWNER_URL is right.`;
  }
  return `Không thực hiện được / This failed: ${message}`;
}

// The server's end of excel.process.ts: one workbook after the other, each in a process of its own with a bound
// of memory and of time.
import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SheetLimits } from './limits.js';

export interface ReadTask {
  bytes: Uint8Array;
  limits: SheetLimits;
}

export interface WriteTask {
  sheets: {
    name: string;
    columns: { heading: string; width: number }[];
    /** A moment is given as the clock on the wall shows it, in milliseconds as if that were UTC. */
    rows: (string | number | { at: number; hasTime: boolean } | null)[][];
  }[];
}

export type ExcelTask = ReadTask | WriteTask;

export type ExcelAnswer =
  { rows: string[][] } | { bytes: Uint8Array } | { tooLarge: true } | { failed: string };

// Beside this file, in the language this file is in: tests run the source itself.
const program = fileURLToPath(new URL(`excel.process${extname(import.meta.url)}`, import.meta.url));
const heapMb = 384;
const slowestMs = 30_000;

let last: Promise<unknown> = Promise.resolve();

/** Reads or writes one workbook. `failed` also stands for a process that ran out of memory or time. */
export function excel(task: ExcelTask): Promise<ExcelAnswer> {
  const answer = last.then(() => run(task));
  last = answer.catch(() => undefined);
  return answer;
}

async function run(task: ExcelTask): Promise<ExcelAnswer> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    // It needs none of the server's secrets.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), slowestMs);
  try {
    return await answerOf(child, task);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess, task: ExcelTask): Promise<ExcelAnswer> {
  return new Promise((resolve) => {
    child.once('message', (answer) => resolve(answer as ExcelAnswer));
    child.once('error', (error) => resolve({ failed: String(error) }));
    child.once('exit', (code, signal) => resolve({ failed: `ended with ${code ?? signal}` }));
    child.send(task, (error) => error && resolve({ failed: String(error) }));
  });
}

// Lets a command run the product's own code, as background work of one commune, beside whatever else is running.
import { BusinessClock, type Logger } from '../kernel/index.js';
import { openDatabase, openUnit, type Database, type Unit } from '../kernel/database.js';
import { createLogger } from '../kernel/log.js';
// Wires all modules: what follows a recompute registers itself when its module is loaded.
import { entities } from '../modules.js';
import { enforceRoles } from '../roles.js';
import { Refusal } from './refusal.js';

export interface Commune {
  id: number;
  code: string;
  isSample: boolean;
}

export interface Workplace {
  database: Database;
  clock: BusinessClock;
  log: Logger;
}

let rolesAreEnforced = false;

/** Opens the database as its owner, with the stored business clock, and closes it after `work`. */
export async function atWork<T>(ownerUrl: string, work: (workplace: Workplace) => Promise<T>): Promise<T> {
  if (!rolesAreEnforced) enforceRoles();
  rolesAreEnforced = true;
  const log = createLogger('warn');
  const database = await openDatabase(ownerUrl, 2, entities, log);
  try {
    const clock = new BusinessClock(database);
    await clock.beat();
    return await work({ database, clock, log });
  } finally {
    await database.close();
  }
}

/** One unit of work in a commune, as a job. */
export async function inCommune<T>(
  workplace: Workplace,
  communeId: number,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const unit = await openUnit(workplace, { jobOf: communeId }, 'tungnha');
  try {
    return await work(unit);
  } finally {
    unit.close();
  }
}

/** Every commune, or the one with this code; refuses a code that no commune has. */
export async function getCommunes({ database }: Workplace, code?: string): Promise<Commune[]> {
  const communes = await database.system<Commune>(
    'select id, code, is_sample as "isSample" from commune where $1::text is null or code = $1 order by id',
    [code ?? null],
  );
  if (code === undefined || communes.length > 0) return communes;
  throw new Refusal(`Không có xã nào mang mã ${code}.`, `There is no commune with the code ${code}.`);
}

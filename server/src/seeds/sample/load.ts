// Writes the sample's facts in the caller's transaction, as the owner of the tables (row security does not
// hold the owner back). Rows go in as one JSON document per table: the table itself types them.
import type { Db } from '../../kernel/index.js';
import type { SampleFacts, SampleWork } from './facts.js';
import { standingRows, workRows, type Row, type TableRows } from './rows.js';

export interface SampleLoad {
  passwordHash: string;
  /** Business time of the load: when the rows of roster and people were created. */
  now: Date;
}

type Writer = Pick<Db, 'query'>;

/** A commune that stands, ready for the work of its days. */
export interface LoadedCommune {
  communeId: number;
  /** Writes what a day brought. */
  add(work: SampleWork): Promise<void>;
}

/** Creates the commune as it stood when the plan began. Its plan and what is computed come from elsewhere. */
export async function loadSample(
  db: Writer,
  facts: SampleFacts,
  { passwordHash, now }: SampleLoad,
): Promise<LoadedCommune> {
  const communeId = await createCommune(db, facts);
  const unitIds = await createUnits(db, communeId, facts);
  const unit = (code: string | null): number | null => {
    if (code === null) return null;
    const id = unitIds.get(code);
    if (id === undefined) throw new Error(`The sample has no unit ${code}`);
    return id;
  };
  for (const { predecessorCode, successorCode, effectiveOn, decisionNumber } of facts.successions) {
    await db.query(
      `insert into village_succession (commune_id, predecessor_id, successor_id, effective_on, decision_number)
       values ($1, $2, $3, $4, $5)`,
      [communeId, unit(predecessorCode), unit(successorCode), effectiveOn, decisionNumber],
    );
  }
  const insert = async (tables: TableRows[]) => {
    for (const [table, rows] of tables) await insertRows(db, table, communeId, rows);
  };
  await insert(standingRows(facts, { passwordHash, now, unit }));
  // What follows should not be planned on empty tables.
  await db.query('analyze household, household_village, person');
  return { communeId, add: (work) => insert(workRows(work, unit)) };
}

async function createCommune(db: Writer, { commune }: SampleFacts): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into commune (code, name, province_code, province_name, is_sample) values ($1, $2, $3, $4, true) returning id`,
    [commune.code, commune.name, commune.provinceCode, commune.provinceName],
  );
  return row!.id;
}

/** The ids of the commune's new units by their codes. */
async function createUnits(
  db: Writer,
  communeId: number,
  { units }: SampleFacts,
): Promise<Map<string, number>> {
  const rows = units.map(({ kind, code, name, sortOrder, validFrom, validTo }) => {
    return { kind, code, name, sort_order: sortOrder, valid_from: validFrom, valid_to: validTo };
  });
  await insertRows(db, 'org_unit', communeId, rows);
  const children = units.filter((unit) => unit.parentCode !== null);
  await db.query(
    `update org_unit child set parent_id = parent.id
     from unnest($2::text[], $3::text[]) as link (child_code, parent_code), org_unit parent
     where child.commune_id = $1 and child.code = link.child_code
       and parent.commune_id = $1 and parent.code = link.parent_code`,
    [communeId, children.map(({ code }) => code), children.map(({ parentCode }) => parentCode)],
  );
  const created = await db.query<{ id: number; code: string }>(
    'select id, code from org_unit where commune_id = $1',
    [communeId],
  );
  return new Map(created.map(({ id, code }) => [code, id]));
}

/** Inserts the rows' own columns; the others keep their defaults. */
async function insertRows(db: Writer, table: string, communeId: number, rows: Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await db.query(
    `insert into "${table}" (commune_id, ${columns})
     select $1, ${columns} from jsonb_populate_recordset(null::"${table}", $2)`,
    [communeId, JSON.stringify(rows)],
  );
}

/** How a list of the API is filtered, ordered, paged and counted, over rows in memory. */
import type { Ask, Row, TypeModel } from './model.js';
import { fieldOf, folded } from './text.js';

/** As in SQL: a comparison with what is unknown is neither true nor false. */
type Truth = boolean | null;

/** What a filter or an order of this name looks at. */
function looked(model: TypeModel, name: string, row: Row, ask: Ask): unknown {
  const input = model.inputs?.[name];
  const value = input ? input(row, ask) : row[name];
  if (value === undefined) throw new Error(`The oracle does not know ${name} of ${JSON.stringify(row)}`);
  return value;
}

const both = (truths: Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
const either = (truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(null) ? null : false;

/** The rows of which the filter is true. */
export function filtered(model: TypeModel, rows: Row[], filter: Row | undefined, ask: Ask): Row[] {
  return rows.filter((row) => holds(model, row, filter ?? {}, ask) === true);
}

function holds(model: TypeModel, row: Row, filter: Row, ask: Ask): Truth {
  const truths = Object.entries(filter).map(([name, value]): Truth => {
    if (value === null || value === undefined) return true;
    const inner = (each: unknown) => holds(model, row, each as Row, ask);
    if (name === 'and') return both((value as unknown[]).map(inner));
    if (name === 'or') return either((value as unknown[]).map(inner));
    if (name === 'not') {
      const truth = inner(value);
      return truth === null ? null : !truth;
    }
    if (name === 'search') return finds(model.searched!(row, ask), value as string);
    return both(
      Object.entries(value as Row).map(([operator, wanted]) =>
        compares(operator, looked(model, name, row, ask), wanted),
      ),
    );
  });
  return both(truths);
}

const finds = (searched: string, words: string) =>
  folded(words)
    .split(/\s+/)
    .every((word) => folded(searched).includes(word));

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Numbers as numbers, instants as instants, everything else as text. */
function comparable(value: unknown): number | string {
  if (typeof value === 'number') return value;
  const written = text(value);
  return /^\d{4}-\d\d-\d\dT/.test(written) ? Date.parse(written) : written;
}

function compares(operator: string, value: unknown, wanted: unknown): Truth {
  if (wanted === null || wanted === undefined) return true;
  if (operator === 'isNull') return (value === null) === wanted;
  if (operator === 'in' && (wanted as unknown[]).length === 0) return false;
  if (value === null) return null;
  if (operator === 'has') return (value as unknown[]).includes(wanted);
  if (operator === 'in') return (wanted as unknown[]).some((each) => text(each) === text(value));
  if (operator === 'contains') return folded(value as string).includes(folded(wanted as string));
  if (operator === 'eq') return text(value) === text(wanted);
  if (operator === 'ne') return text(value) !== text(wanted);
  const [a, b] = [comparable(value), comparable(wanted)];
  if (operator === 'lt') return a < b;
  if (operator === 'lte') return a <= b;
  if (operator === 'gt') return a > b;
  if (operator === 'gte') return a >= b;
  throw new Error(`No operator ${operator}`);
}

const collator = new Intl.Collator('vi');

// What is unknown comes last, and first when the order is turned round.
function inOrder(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return (a as number) < (b as number) ? -1 : 1;
}

interface Step {
  field: string;
  direction: string;
}

/** The rows in this order, or the list's own; ids close it. */
export function ordered(model: TypeModel, rows: Row[], orderBy: Step[] | undefined, ask: Ask): Row[] {
  const own = (model.order ?? []).map((field) =>
    field.startsWith('-') ? { field: field.slice(1), direction: 'DESC' } : { field, direction: 'ASC' },
  );
  const asked = orderBy?.map(({ field, direction }) => ({ field: fieldOf(field), direction }));
  const steps = [...(asked?.length ? asked : own), { field: model.key ?? 'id', direction: 'ASC' }];
  return rows.toSorted((a, b) => {
    for (const { field, direction } of steps) {
      const difference = inOrder(looked(model, field, a, ask), looked(model, field, b, ask));
      if (difference !== 0) return direction === 'DESC' ? -difference : difference;
    }
    return 0;
  });
}

const ordinaryPage = 25;

export function page(model: TypeModel, rows: Row[], args: Row, ask: Ask): Row {
  const all = ordered(
    model,
    filtered(model, rows, args['filter'] as Row, ask),
    args['orderBy'] as Step[],
    ask,
  );
  const size = (args['first'] ?? args['limit'] ?? ordinaryPage) as number;
  const offset = (args['offset'] ?? 0) as number;
  return {
    nodes: all.slice(offset, offset + size),
    totalCount: all.length,
    pageInfo: { hasNextPage: all.length > offset + size, hasPreviousPage: offset > 0 },
  };
}

/** The first day of the span that an instant falls into, in Vietnam; weeks start on Monday. */
function spanOf(instant: string, bucket: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000);
  if (bucket === 'MONTH') local.setUTCDate(1);
  if (bucket === 'WEEK') local.setUTCDate(local.getUTCDate() - ((local.getUTCDay() + 6) % 7));
  return local.toISOString().slice(0, 10);
}

/** One row a group: how many, the sums, and what they have in common. Without groups one row, whatever there is. */
export function aggregate(
  model: TypeModel,
  rows: Row[],
  args: Row,
  { ask, sums, bucketOf }: { ask: Ask; sums: string[]; bucketOf: string },
): Row[] {
  const fields = ((args['groupBy'] ?? []) as string[]).map(fieldOf);
  const bucket = args['bucket'] as string | undefined;
  const keyOf = (row: Row) => ({
    ...Object.fromEntries(fields.map((field) => [field, looked(model, field, row, ask)])),
    ...(bucket ? { from: spanOf(row[bucketOf] as string, bucket) } : {}),
  });
  const groups = new Map<string, Row[]>();
  if (fields.length === 0 && !bucket) groups.set('{}', []);
  for (const row of filtered(model, rows, args['filter'] as Row, ask)) {
    const key = JSON.stringify(keyOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, members]) => ({
    ...(JSON.parse(key) as Row),
    count: members.length,
    ...Object.fromEntries(
      sums.map((field) => [field, sumOf(members.map((row) => row[field] as number | null))]),
    ),
  }));
}

function sumOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

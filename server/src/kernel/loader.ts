// One statement for all the rows that a level of a query asks for, however many parents there are.
import DataLoader from 'dataloader';
import type { EntityClass } from '@mikro-orm/postgresql';
import type { Context } from './context.js';
import { kernelErrors, problem } from './error.js';

/** The loader of this piece of work under `key`, made on first use. */
export function loader<K, V>(
  ctx: Context,
  key: unknown,
  load: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  let held = ctx.loaders.get(key) as DataLoader<K, V> | undefined;
  if (!held) {
    held = new DataLoader<K, V>(load, { maxBatchSize: 1_000 });
    ctx.loaders.set(key, held);
  }
  return held;
}

/** The number behind an id of the API. Errors: NOT_FOUND for what is no number. */
export function numericId(id: string): number {
  if (!/^\d{1,10}$/.test(id)) throw problem(kernelErrors.NOT_FOUND);
  return Number(id);
}

/** The row with this id, or null when there is none that the caller may see. */
export function findById<T extends { id: string | number }>(
  ctx: Context,
  entity: EntityClass<T>,
  id: T['id'],
): Promise<T | null> {
  return loader<T['id'], T | null>(ctx, entity, async (ids) => {
    const rows = await ctx.db.em.find(entity, { id: { $in: [...ids] } } as never);
    const byId = new Map((rows as T[]).map((row) => [row.id, row]));
    return ids.map((wanted) => byId.get(wanted) ?? null);
  }).load(id);
}

/** The rows whose `column` is this value, in one statement for all values asked at this level. */
export function findBy<T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  column: keyof T & string,
  value: string | number,
  orderBy: Record<string, 'asc' | 'desc'>,
): Promise<T[]> {
  return loader<string | number, T[]>(ctx, `${entity.name}.${column}`, async (values) => {
    const rows = (await ctx.db.em.find(entity, { [column]: { $in: [...values] } } as never, {
      orderBy: orderBy as never,
    })) as T[];
    const grouped = Map.groupBy(rows, (row) => row[column] as unknown as string | number);
    return values.map((wanted) => grouped.get(wanted) ?? []);
  }).load(value);
}

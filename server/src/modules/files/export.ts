// What defineList is for the screen, defineExport is for files: a list, with its own filter and order, as a file.
// A column is guarded by the field of the API that it tells, and rows by the reach of the action.
import { randomUUIDv7 } from 'node:crypto';
import { ArgsType, Field, registerEnumType, type ClassType } from 'type-graphql';
import type { EntityClass, FilterQuery, QueryOrderMap } from '@mikro-orm/postgresql';
import {
  allow,
  emit,
  enumValueOf,
  mayUseInput,
  noteReading,
  problem,
  refusalFor,
  revealsField,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import {
  writeCsvTable,
  writeWorkbook,
  type Sheet,
  type SheetColumn,
  type SheetValue,
} from '../tabular/index.js';
import { aboutExport, fileNameOf } from './export.about.js';
import { keepExport, requireRoom } from './export.store.js';
import { ExportFormat, type ExportedFile } from './export.types.js';
import { fileErrors } from './file.errors.js';
import { ListExported } from './file.events.js';
import { filterWords } from './filter-words.js';

const mostRows = 20_000;
const portion = 1_000;
const reasonLength = { shortest: 10, longest: 500 };

/** What of a list is needed: defineList gives it. */
interface ExportableList<T extends object> {
  entity: EntityClass<T>;
  name: string;
  readers: string;
  Filter: ClassType<object>;
  Order: ClassType<object>;
  where(args: Pick<ListArgs, 'filter'>): FilterQuery<T>;
  orderBy(args: Pick<ListArgs, 'orderBy'>): QueryOrderMap<T>[];
}

export interface ExportColumn<T, R> extends SheetColumn {
  /** The field that it tells, where that is not the row's own of the same name. */
  reveals?: { type: string; field: string };
  value(row: T, related: R): SheetValue;
}

interface ExportOptions<T extends object, R> {
  list: ExportableList<T>;
  action: string;
  /** "Danh sách hộ": the name of the file and of its sheet. */
  title: string;
  /** The field that holds the village, for callers whose reach is a unit. Without one, such callers are refused. */
  villageField?: keyof T & string;
  /** What the columns need besides the rows; read at once for all of them. */
  related(ctx: Context, rows: readonly T[]): Promise<R>;
  columns: Record<string, ExportColumn<T, R>>;
  /** Names for fields and values of the filter that are no columns. */
  filterTitles?: Record<string, string>;
  filterValue?(field: string, value: unknown, related: R): string | undefined;
}

export interface ExportArgs extends Pick<ListArgs, 'filter' | 'orderBy'> {
  columns?: string[] | null;
  format: ExportFormat;
  reason: string;
}

/** Makes the arguments of an export and the function that answers it. */
export function defineExport<T extends { id: string | number }, R>(options: ExportOptions<T, R>) {
  const { list, action, columns } = options;
  const Column = columnsOf(options);

  @ArgsType()
  class Args implements ExportArgs {
    @Field(() => list.Filter, { nullable: true, description: 'Which rows' })
    declare filter?: Record<string, unknown>;
    @Field(() => [list.Order], { nullable: true, description: 'In which order' })
    declare orderBy?: NonNullable<ListArgs['orderBy']>;
    @Field(() => [Column], {
      nullable: true,
      description: 'Which columns, in this order; all that you may read unless told',
    })
    declare columns?: string[] | null;
    @Field(() => ExportFormat, { description: 'The kind of file' })
    declare format: ExportFormat;
    @Field(() => String, { description: 'Why the list leaves the system; kept on record' })
    declare reason: string;
  }

  /**
   * Writes the file, which is logged before anybody has it.
   * Errors: NOT_ALLOWED, EXPORT_NEEDS_REASON, EXPORT_NEEDS_COLUMNS, TOO_MANY_EXPORTS, EXPORT_TOO_LARGE.
   */
  async function run(ctx: Context, args: ExportArgs): Promise<ExportedFile> {
    allow(ctx, action);
    // A key may hold the one without the other.
    allow(ctx, list.readers);
    const reason = requireReason(args.reason);
    const chosen = chooseColumns(ctx, args.columns);
    await requireRoom(ctx);
    const rows = await findRows(ctx, args);
    const related = await options.related(ctx, rows);
    const sheet: Sheet = {
      name: options.title,
      columns: chosen.map((key) => columns[key]!),
      rows: rows.map((row) => chosen.map((key) => columns[key]!.value(row, related))),
    };
    const about = { title: options.title, reason, filter: wordsOf(args, related), rows: rows.length };
    const file = await writeFile(ctx, args.format, { sheet, about });
    const id = randomUUIDv7();
    await noteReading(ctx, {
      kind: 'EXPORT',
      list: list.name,
      filter: args.filter,
      rows: rows.length,
      reason,
    });
    await emit(ctx, ListExported, {
      subject: { type: 'export', id },
      data: { list: list.name, format: args.format, columns: chosen.map(enumValueOf), rows: rows.length },
    });
    return keepExport(ctx, { id, action, ...file, rows: rows.length });
  }

  function chooseColumns(ctx: Context, wanted: readonly string[] | null | undefined): string[] {
    const readable = (key: string) => mayUseInput(ctx.identity, `${list.name}Column.${enumValueOf(key)}`);
    // Those that were asked for have been guarded with the rest of the call.
    const chosen = wanted ? [...new Set(wanted)] : Object.keys(columns).filter(readable);
    if (chosen.length === 0) throw problem(fileErrors.EXPORT_NEEDS_COLUMNS, {}, { path: 'columns' });
    return chosen;
  }

  // The rows of one moment in their order, but made in portions, between which others are served.
  async function findRows(ctx: Context, args: ExportArgs): Promise<T[]> {
    const condition = { $and: [list.where(args), withinReach(ctx, options)] } as FilterQuery<T>;
    const found = await ctx.db.em.find(list.entity, condition, {
      fields: ['id'] as never,
      orderBy: list.orderBy(args),
      limit: mostRows + 1,
      disableIdentityMap: true,
    });
    if (found.length > mostRows) throw problem(fileErrors.EXPORT_TOO_LARGE, { limit: mostRows });
    const ids = found.map(({ id }) => id);
    const rows = new Map<T['id'], T>();
    for (let start = 0; start < ids.length; start += portion) {
      const wanted = { id: { $in: ids.slice(start, start + portion) } } as never;
      for (const row of await ctx.db.em.find(list.entity, wanted, { disableIdentityMap: true }))
        rows.set(row.id, row);
    }
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  function wordsOf({ filter }: ExportArgs, related: R): string {
    return filterWords(filter, {
      title: (field) => options.filterTitles?.[field] ?? columns[field]?.heading ?? field,
      show: (field, value) => options.filterValue?.(field, value, related),
    });
  }

  return { Args, run };
}

function columnsOf<T extends object, R>({ list, columns }: ExportOptions<T, R>): Record<string, string> {
  const name = `${list.name}Column`;
  const Column: Record<string, string> = {};
  for (const [key, { reveals }] of Object.entries(columns)) {
    Column[enumValueOf(key)] = key;
    revealsField(`${name}.${enumValueOf(key)}`, reveals ?? { type: list.name, field: key });
  }
  const valuesConfig = Object.fromEntries(
    Object.entries(columns).map(([key, { heading }]) => [enumValueOf(key), { description: `“${heading}”` }]),
  );
  registerEnumType(Column, {
    name,
    description: `A column of an exported list of ${list.name}`,
    valuesConfig,
  });
  return Column;
}

function withinReach<T extends object, R>(
  { identity }: Context,
  { action, villageField }: ExportOptions<T, R>,
): object {
  const ability = identity.abilities.get(action);
  if (ability?.reach === 'commune') return {};
  if (ability?.reach !== 'unit' || !villageField) throw refusalFor(identity);
  return { [villageField]: { $in: [...(ability.orgUnitIds ?? [])] } };
}

function requireReason(typed: string): string {
  const reason = typed.trim();
  if (reason.length < reasonLength.shortest || reason.length > reasonLength.longest)
    throw problem(fileErrors.EXPORT_NEEDS_REASON, reasonLength, { path: 'reason' });
  return reason;
}

const mediaTypes: Record<ExportFormat, string> = {
  [ExportFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  [ExportFormat.CSV]: 'text/csv; charset=utf-8',
};

async function writeFile(
  ctx: Context,
  format: ExportFormat,
  { sheet, about }: { sheet: Sheet; about: Parameters<typeof aboutExport>[1] },
) {
  const { info, communeName } = await aboutExport(ctx, about);
  const name = fileNameOf(ctx, { title: about.title, communeName, extension: format.toLowerCase() });
  const bytes = format === ExportFormat.XLSX ? await writeWorkbook([sheet, info]) : writeCsvTable(sheet);
  return { name, mediaType: mediaTypes[format], bytes };
}

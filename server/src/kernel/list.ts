// Every list of the API answers the same questions in the same way: filter, order, page, aggregate. A module
// declares which fields of its entity take part; the GraphQL types and the query follow from that.
import {
  Field,
  InputType,
  Int,
  ArgsType,
  Ctx,
  ObjectType,
  registerEnumType,
  type ClassType,
} from 'type-graphql';
import { Cursor, type EntityClass, type FilterQuery, type QueryOrderMap } from '@mikro-orm/postgresql';
import type { Context } from './context.js';
import { kernelErrors, problem } from './error.js';
import { revealsField } from './guard.js';
import { operators, toWhere, type FilterKind, type FilterValue } from './list-filter.js';
import { enumValueOf } from './naming.js';
import { Readers } from './policy.js';
import { noteReading } from './reading.js';

const defaultPage = 25;
const largestPage = 100;
// A script reads more at a time than a screen.
const largestPageOfKey = 1_000;
const largestOffset = 25_000;

export enum OrderDirection {
  ASC = 'asc',
  DESC = 'desc',
}
registerEnumType(OrderDirection, { name: 'OrderDirection', description: 'Ascending or descending' });

@ObjectType({ description: 'Where a page stands in its list' })
@Readers('anyone')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether rows come before' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page' })
  endCursor!: string | null;
}

export interface ListArgs {
  filter?: FilterValue;
  orderBy?: { field: string; direction: OrderDirection }[];
  limit?: number;
  offset?: number;
  first?: number;
  after?: string;
}

export interface Page<T> {
  nodes: T[];
  pageInfo: PageInfo;
}

interface ListOptions<T extends object> {
  /** GraphQL noun: "Household" gives HouseholdFilter, HouseholdOrder, HouseholdPage. */
  name: string;
  description: string;
  readers: string;
  filter: Partial<Record<keyof T & string, FilterKind>>;
  order: (keyof T & string)[];
  defaultOrder: QueryOrderMap<T>;
  /** The folded column that `search` looks into, word by word. */
  search?: string;
  /** Its rows tell of people or homes: every reading goes on record. */
  personal?: boolean;
}

/** Makes the types of a list and the function that answers it. */
export function defineList<T extends { id: string | number }>(
  entity: EntityClass<T> & ClassType<T>,
  options: ListOptions<T>,
) {
  const Filter = makeFilter(options);
  const { Order, OrderField } = makeOrder(options);
  const Page = makePage(entity, options);

  @ArgsType()
  class Args implements ListArgs {
    @Field(() => Filter, { nullable: true, description: 'Which rows' })
    declare filter?: FilterValue;
    @Field(() => [Order], { nullable: true, description: 'In which order; id always closes it' })
    declare orderBy?: { field: string; direction: OrderDirection }[];
    @Field(() => Int, {
      nullable: true,
      description: `Rows of a page, ${defaultPage} unless told, at most ${largestPage}, with an API key ${largestPageOfKey}`,
    })
    declare limit?: number;
    @Field(() => Int, { nullable: true, description: `Rows to skip, at most ${largestOffset}` })
    declare offset?: number;
    @Field(() => Int, { nullable: true, description: 'Rows of a page, with `after`' })
    declare first?: number;
    @Field(() => String, { nullable: true, description: 'The endCursor of the page before' })
    declare after?: string;
  }

  const typesOf = (ctx: Context, order: object[]) => {
    const { properties } = ctx.db.em.getMetadata(entity);
    return order.flatMap((step) => Object.keys(step)).map((field) => properties[field]?.runtimeType);
  };

  const where = (args: Pick<ListArgs, 'filter'>) => toWhere(args.filter, options.search) as FilterQuery<T>;

  async function run(ctx: Context, args: ListArgs, only: FilterQuery<T> = {}): Promise<Page<T>> {
    const size = args.first ?? args.limit ?? defaultPage;
    const offset = args.offset ?? 0;
    const largest = ctx.identity.apiKeyId === null ? largestPage : largestPageOfKey;
    if (size < 0 || size > largest || offset < 0 || offset > largestOffset) {
      throw problem(kernelErrors.PAGE_TOO_LARGE, { limit: largest, offset: largestOffset });
    }
    const condition = { $and: [where(args), only] } as FilterQuery<T>;
    const order = orderMap(options, OrderField, args);
    const found = args.first === undefined && args.after === undefined ? byOffset : byCursor;
    const page = await found();
    if (options.personal) {
      const rows = page.nodes.length;
      await noteReading(ctx, { kind: 'LIST', list: options.name, filter: args.filter, rows });
    }
    return Object.assign(new Page(), page, { condition });

    async function byOffset() {
      // One row more than asked says whether others follow.
      const rows = await ctx.db.em.find(entity, condition, { orderBy: order, limit: size + 1, offset });
      const nodes = rows.slice(0, size);
      return {
        nodes,
        pageInfo: { hasNextPage: rows.length > size, hasPreviousPage: offset > 0, endCursor: null },
      };
    }
    async function byCursor() {
      const page = await ctx.db.em.findByCursor(entity, {
        where: condition,
        orderBy: order,
        first: size,
        ...(args.after ? { after: requireCursor(args.after, typesOf(ctx, order)) } : {}),
        includeCount: false,
      } as never);
      const { items, hasNextPage, hasPrevPage, endCursor } = page as unknown as {
        items: T[];
        hasNextPage: boolean;
        hasPrevPage: boolean;
        endCursor: string | null;
      };
      return { nodes: items, pageInfo: { hasNextPage, hasPreviousPage: hasPrevPage, endCursor } };
    }
  }

  const orderBy = (args: Pick<ListArgs, 'orderBy'>) => orderMap(options, OrderField, args);
  const { name, readers } = options;
  return { entity, name, readers, Args, Page, Filter, Order, where, orderBy, run };
}

function makeFilter<T extends object>({
  name,
  description,
  filter,
  search,
}: ListOptions<T>): ClassType<object> {
  const typeName = `${name}Filter`;
  @InputType(typeName, { description: `Which of: ${description}` })
  class Filter {
    @Field(() => [Filter], { nullable: true, description: 'All of these hold' })
    declare and?: Filter[];
    @Field(() => [Filter], { nullable: true, description: 'At least one of these holds' })
    declare or?: Filter[];
    @Field(() => Filter, { nullable: true, description: 'This does not hold' })
    declare not?: Filter;
  }
  for (const [field, kind] of Object.entries(filter) as [keyof T & string, FilterKind][]) {
    // Made now, not in the thunk: type-graphql has read its types by the time thunks run.
    const Operators = operators(kind);
    Field(() => Operators, { nullable: true, description: `By ${field}` })(Filter.prototype, field);
    revealsField(`${typeName}.${field}`, { type: name, field });
  }
  if (search)
    Field(() => String, { nullable: true, description: 'Words to look for, with or without diacritics' })(
      Filter.prototype,
      'search',
    );
  return Filter;
}

function makeOrder<T extends object>({ name, description, order }: ListOptions<T>) {
  const OrderField = Object.fromEntries(order.map((field) => [enumValueOf(field), field]));
  registerEnumType(OrderField, {
    name: `${name}OrderField`,
    description: `What to order by: ${description}`,
  });
  for (const field of order) revealsField(`${name}OrderField.${enumValueOf(field)}`, { type: name, field });

  @InputType(`${name}Order`, { description: `One step of an order: ${description}` })
  class Order {
    @Field(() => OrderField, { description: 'The field' })
    field!: string;
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: 'The direction' })
    direction!: OrderDirection;
  }
  return { Order, OrderField };
}

function orderMap<T extends object>(
  options: ListOptions<T>,
  fields: Record<string, string>,
  args: Pick<ListArgs, 'orderBy'>,
) {
  const wanted = args.orderBy?.map(({ field, direction }) => ({ [fields[field] ?? field]: direction }));
  const chosen = wanted?.length ? wanted : [options.defaultOrder];
  return [...chosen, { id: 'asc' }] as unknown as QueryOrderMap<T>[];
}

/** A cursor of ours: one plain value for each field of the order, of its type. Errors: CURSOR_NOT_VALID. */
function requireCursor(after: string, types: readonly (string | undefined)[]): string {
  const fits = (value: unknown, type: string | undefined) =>
    value === null ||
    (typeof value !== 'object' && (type !== 'Date' || !Number.isNaN(Date.parse(value as string))));
  try {
    const values: unknown = Cursor.decode(after);
    const isOurs = Array.isArray(values) && values.length === types.length;
    if (isOurs && types.every((type, index) => fits(values[index], type))) return after;
  } catch {
    // Not even JSON.
  }
  throw problem(kernelErrors.CURSOR_NOT_VALID, {}, { path: 'after' });
}

function makePage<T extends object>(
  entity: EntityClass<T> & ClassType<T>,
  { name, description, readers }: ListOptions<T>,
) {
  @ObjectType(`${name}Page`, { description: `A page of: ${description}` })
  @Readers(readers)
  class ListPage implements Page<T> {
    @Field(() => [entity], { description: 'The rows' })
    declare nodes: T[];
    @Field(() => PageInfo, { description: 'Where this page stands' })
    declare pageInfo: PageInfo;
    declare condition: FilterQuery<T>;

    @Field(() => Int, { description: 'Rows in the whole list; counted only when asked for' })
    totalCount(@Ctx() ctx: Context): Promise<number> {
      return ctx.db.em.count(entity, this.condition);
    }
  }
  return ListPage;
}

// Counts and sums of a list, under the list's own filter: by fields, and by day, week or month. What a caller
// may not read they may not group by either.
import { ArgsType, Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { raw, type EntityClass, type FilterQuery } from '@mikro-orm/postgresql';
import type { Context } from './context.js';
import { revealsField } from './guard.js';
import type { FilterValue } from './list-filter.js';
import { columnOf, enumValueOf } from './naming.js';
import { Readers } from './policy.js';
import { LocalDate } from './scalars.js';

export enum Bucket {
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
}
registerEnumType(Bucket, {
  name: 'Bucket',
  description: 'A span of calendar days in Vietnam; weeks start on Monday',
});

const mostRows = 1_000;

interface AggregateOptions<T extends object> {
  /** GraphQL noun: "Visit" gives VisitAggregate and VisitGroupField. */
  name: string;
  description: string;
  readers: string;
  list: { Filter: ClassType<object>; where(args: { filter?: FilterValue }): FilterQuery<T> };
  /** What to group by: field → its GraphQL type. */
  groupBy: Partial<Record<keyof T & string, unknown>>;
  /** The instant whose day, week or month `bucket` takes. */
  bucketOf?: keyof T & string;
  sums?: (keyof T & string)[];
}

interface AggregateArgs {
  filter?: FilterValue;
  groupBy?: string[];
  bucket?: Bucket;
}

/** Makes the types of an aggregate and the function that answers it. */
export function defineAggregate<T extends object>(entity: EntityClass<T>, options: AggregateOptions<T>) {
  const { name, description, list, bucketOf } = options;
  const sums = options.sums ?? [];
  const groupFields = Object.keys(options.groupBy) as (keyof T & string)[];
  const GroupField = Object.fromEntries(groupFields.map((field) => [enumValueOf(field), field]));
  registerEnumType(GroupField, {
    name: `${name}GroupField`,
    description: `What to group by: ${description}`,
  });
  for (const field of groupFields)
    revealsField(`${name}GroupField.${enumValueOf(field)}`, { type: name, field });

  @ObjectType(`${name}Aggregate`, { description: `One group of: ${description}` })
  @Readers(options.readers)
  class Row {
    @Field(() => Int, { description: 'How many rows' })
    declare count: number;
  }
  for (const [field, type] of Object.entries(options.groupBy)) {
    Field(() => type as never, { nullable: true, description: `The group’s ${field}` })(Row.prototype, field);
  }
  for (const field of sums)
    Field(() => Int, { nullable: true, description: `Sum of ${field}` })(Row.prototype, field);
  if (bucketOf)
    Field(() => LocalDate, { nullable: true, description: 'First day of the span' })(Row.prototype, 'from');

  @ArgsType()
  class Args implements AggregateArgs {
    @Field(() => list.Filter, { nullable: true, description: 'Which rows' })
    declare filter?: FilterValue;
    @Field(() => [GroupField], { nullable: true, description: 'Group by these; one group without' })
    declare groupBy?: string[];
  }
  if (bucketOf)
    Field(() => Bucket, { nullable: true, description: 'Group by spans of time, too' })(
      Args.prototype,
      'bucket',
    );

  async function run(ctx: Context, args: AggregateArgs): Promise<Row[]> {
    const groups = (args.groupBy ?? []).map((field) => ({ sql: `e.${columnOf(field)}`, as: field }));
    if (args.bucket && bucketOf) groups.push({ sql: spanOf(columnOf(bucketOf), args.bucket), as: 'from' });
    const selected = [
      'count(*)::int as "count"',
      ...sums.map((field) => `sum(e.${columnOf(field)})::int as "${field}"`),
      ...groups.map(({ sql, as }) => `${sql} as "${as}"`),
    ];
    const query = ctx.db.em.createQueryBuilder(entity, 'e').select(selected.map((sql) => raw(sql)) as never);
    void query.where(list.where(args) as never).limit(mostRows);
    if (groups.length > 0) void query.groupBy(groups.map(({ sql }) => raw(sql)) as never);
    return query.execute<Row[]>('all', false);
  }

  return { Args, Row, run };
}

function spanOf(column: string, bucket: Bucket): string {
  return `date_trunc('${bucket}', e.${column} at time zone 'Asia/Ho_Chi_Minh')::date`;
}

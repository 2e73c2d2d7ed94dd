import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, findById, type Context } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { NewestFirstArgs, pageOf, pageRequest } from './newest-first.js';
import { originsOf, type Origin } from './origin.js';
import { findReadings, type ReadingRow } from './reading.queries.js';
import { Reading, ReadingFilter, ReadingPage } from './reading.types.js';

@Resolver(() => Reading)
export class ReadingResolver {
  @Query(() => ReadingPage, {
    description: 'Who read which lists of people and homes, and who took them out as files, newest first',
  })
  @Allow('audit:read')
  async readings(
    @Ctx() ctx: Context,
    @Args(() => NewestFirstArgs) args: NewestFirstArgs,
    @Arg('filter', () => ReadingFilter, { nullable: true, description: 'Which readings' })
    filter?: ReadingFilter | null,
  ): Promise<ReadingPage> {
    const request = pageRequest(args);
    const { rows, pageInfo } = pageOf(await findReadings(ctx, filter ?? {}, request), request);
    const origins = await originsOf(ctx, rows);
    return { nodes: rows.map((row, index) => readingOf(row, origins[index]!)), pageInfo };
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who read it' })
  reader(@Ctx() ctx: Context, @Root() reading: Reading) {
    return reading.readerId === null ? null : findById(ctx, Person, reading.readerId);
  }
}

function readingOf(row: ReadingRow, origin: Origin): Reading {
  return Object.assign(new Reading(), {
    id: row.id,
    at: new Date(row.at),
    readerId: row.person_id,
    apiKeyId: row.api_key_id,
    kind: row.kind,
    list: row.list,
    filter: row.filter,
    rows: row.rows,
    reason: row.reason,
    ...origin,
  });
}

import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, everyEventType, findById, type Context } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { changesOf } from './change.js';
import { currentSeal, findHistory, hiddenDetails, type HistoryRow } from './history.queries.js';
import {
  DetailState,
  HistoryChannel,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  HistorySeal,
} from './history.types.js';
import { NewestFirstArgs, pageOf, pageRequest } from './newest-first.js';
import { originsOf, type Origin } from './origin.js';

@Resolver(() => HistoryEntry)
export class HistoryResolver {
  @Query(() => HistoryPage, { description: 'Who did what, when and from where, newest first' })
  @Allow('audit:read')
  async history(
    @Ctx() ctx: Context,
    @Args(() => NewestFirstArgs) args: NewestFirstArgs,
    @Arg('filter', () => HistoryFilter, { nullable: true, description: 'Which entries' })
    filter?: HistoryFilter | null,
  ): Promise<HistoryPage> {
    const request = pageRequest(args);
    const { rows, pageInfo } = pageOf(await findHistory(ctx, filter ?? {}, request), request);
    const unread = rows.filter((row) => row.had_detail && row.detail === null).map(({ id }) => id);
    const hidden = await hiddenDetails(ctx, unread);
    const origins = await originsOf(ctx, rows);
    return { nodes: rows.map((row, index) => entryOf(row, hidden, origins[index]!)), pageInfo };
  }

  @Query(() => [String], { description: 'Everything that the history can tell of, by type' })
  @Allow('audit:read')
  historyTypes(): string[] {
    return everyEventType();
  }

  @Query(() => HistorySeal, { description: 'How far the history is sealed' })
  @Allow('audit:read')
  async historySeal(@Ctx() ctx: Context): Promise<HistorySeal> {
    const { sealed, waiting, head, sealed_at } = await currentSeal(ctx);
    return {
      sealedEntries: sealed,
      waitingEntries: waiting,
      head,
      sealedAt: sealed_at === null ? null : new Date(sealed_at),
    };
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who did it; null for the system itself' })
  actor(@Ctx() ctx: Context, @Root() entry: HistoryEntry) {
    return entry.actorId === null ? null : findById(ctx, Person, entry.actorId);
  }
}

function entryOf(row: HistoryRow, hidden: ReadonlySet<string>, origin: Origin): HistoryEntry {
  return Object.assign(new HistoryEntry(), {
    id: row.id,
    type: row.type,
    occurredAt: new Date(row.at),
    recordedAt: new Date(row.recorded_at),
    actorId: row.actor_person_id,
    channel: channelOf(row),
    ...origin,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    changes: changesOf(row.detail, row.data),
    data: row.data,
    detailState: detailStateOf(row, hidden),
    sealedAt: row.sealed_at === null ? null : new Date(row.sealed_at),
  });
}

function channelOf({ actor_person_id, api_key_id }: HistoryRow): HistoryChannel {
  if (api_key_id !== null) return HistoryChannel.API_KEY;
  return actor_person_id === null ? HistoryChannel.JOB : HistoryChannel.SCREEN;
}

function detailStateOf({ id, had_detail, detail }: HistoryRow, hidden: ReadonlySet<string>): DetailState {
  if (!had_detail) return DetailState.NONE;
  if (detail !== null) return DetailState.SHOWN;
  return hidden.has(id) ? DetailState.HIDDEN : DetailState.ERASED;
}

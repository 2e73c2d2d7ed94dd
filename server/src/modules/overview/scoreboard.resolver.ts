import { Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  Allow,
  communeOf,
  defineErrors,
  liveTopic,
  loader,
  problem,
  type Context,
  type News,
} from '../../kernel/index.js';
import { IndicatorPoint, SCOREBOARD, smallestCountFor } from '../indicators/index.js';
import { getActivePlan } from '../plan/index.js';
import { toScoreboard } from './scoreboard.map.js';
import { readScoreboard, readShownTrends, readTrends } from './scoreboard.queries.js';
import { Scoreboard, ScoreboardChange, ScoreboardIndicator } from './scoreboard.types.js';

const overviewErrors = defineErrors({
  NO_PEOPLES_COMMITTEE: {
    kind: 'CONFLICT',
    vi: 'Chưa có đơn vị Uỷ ban nhân dân xã để ghi số liệu toàn xã. Hãy thêm trong mục Đơn vị.',
    en: 'There is no People’s Committee to carry the commune’s figures. Add it under organisations.',
  },
});

@Resolver(() => ScoreboardIndicator)
export class ScoreboardResolver {
  @Query(() => Scoreboard, {
    description: 'The active plan’s indicators with the commune’s figures, and its villages with theirs',
  })
  @Allow('indicator:read')
  async scoreboard(@Ctx() ctx: Context): Promise<Scoreboard> {
    const smallest = await smallestCountFor(ctx);
    const scoreboard = toScoreboard(await readScoreboard(ctx), ctx.today, smallest);
    if (scoreboard) return scoreboard;
    await getActivePlan(ctx);
    throw problem(overviewErrors.NO_PEOPLES_COMMITTEE);
  }

  @FieldResolver(() => [IndicatorPoint], {
    description: 'The commune’s last twelve weekly points, oldest first',
  })
  trend(@Ctx() ctx: Context, @Root() { source, code }: ScoreboardIndicator): Promise<IndicatorPoint[]> {
    return loader<string, IndicatorPoint[]>(ctx, readTrends, (codes) =>
      readShownTrends(ctx, source, codes),
    ).load(code);
  }

  @Subscription(() => ScoreboardChange, {
    topics: ({ context }) => liveTopic(SCOREBOARD, communeOf((context as Context).identity)),
    description: 'Tells whenever figures, activity or flags have changed',
  })
  @Allow('indicator:read')
  scoreboardChanged(@Root() news: News): ScoreboardChange {
    return { villageIds: news.data['villageIds'] as number[], at: news.at };
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, Json, may, type Context, type ListArgs } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { evidenceWithoutCounts, explainFlag, outlineFlag, type Evidence } from './detector.js';
import { FlagReason, FlagStatus, LagFlag, Severity } from './lag-flag.entity.js';

const lagFlags = defineList(LagFlag, {
  name: 'LagFlag',
  description: 'lag flags of villages, with their history',
  readers: 'flag:read',
  filter: {
    id: 'id',
    villageId: 'id',
    planId: 'id',
    reason: { enum: FlagReason, name: 'FlagReason' },
    severity: { enum: Severity, name: 'Severity' },
    status: { enum: FlagStatus, name: 'FlagStatus' },
    indicatorCode: 'text',
    watchedOn: 'date',
    openedAt: 'dateTime',
    closedAt: 'dateTime',
  },
  order: ['watchedOn', 'openedAt', 'closedAt', 'severity', 'status', 'reason', 'villageId'],
  defaultOrder: { watchedOn: 'desc' },
});

@Resolver(() => LagFlag)
export class LagFlagResolver {
  @Query(() => lagFlags.Page, { description: 'Lag flags: watched, open and closed' })
  @Allow('flag:read')
  lagFlags(@Ctx() ctx: Context, @Args(() => lagFlags.Args) args: ListArgs) {
    return lagFlags.run(ctx, args);
  }

  @Query(() => LagFlag, { nullable: true, description: 'One lag flag' })
  @Allow('flag:read')
  lagFlag(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, LagFlag, id);
  }

  @FieldResolver(() => OrgUnit, { description: 'The village' })
  village(@Ctx() ctx: Context, @Root() flag: LagFlag) {
    return findById(ctx, OrgUnit, flag.villageId);
  }

  @FieldResolver(() => Json, {
    description:
      'The figures and days that show it, as of its latest evaluation; without counts for those who may not see small ones',
  })
  evidence(@Ctx() ctx: Context, @Root() flag: LagFlag): Evidence {
    return seesCounts(ctx) ? flag.evidence : evidenceWithoutCounts(flag);
  }

  @FieldResolver(() => String, { description: 'A sentence in Vietnamese that explains it' })
  sentenceVi(@Ctx() ctx: Context, @Root() flag: LagFlag): string {
    return sentences(ctx, flag).vi;
  }

  @FieldResolver(() => String, { description: 'A sentence in English that explains it' })
  sentenceEn(@Ctx() ctx: Context, @Root() flag: LagFlag): string {
    return sentences(ctx, flag).en;
  }
}

const seesCounts = (ctx: Context) => may(ctx, 'figure:small');

function sentences(ctx: Context, flag: LagFlag) {
  return seesCounts(ctx) ? explainFlag(flag) : outlineFlag(flag);
}

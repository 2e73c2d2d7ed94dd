import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { explainFlag } from './detector.js';
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

  @FieldResolver(() => String, { description: 'A sentence in Vietnamese that explains it with its figures' })
  sentenceVi(@Root() flag: LagFlag) {
    return explainFlag(flag).vi;
  }

  @FieldResolver(() => String, { description: 'A sentence in English that explains it with its figures' })
  sentenceEn(@Root() flag: LagFlag) {
    return explainFlag(flag).en;
  }
}

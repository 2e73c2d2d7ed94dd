import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, LocalDate, numericId, type Context } from '../../kernel/index.js';
import { catalogue } from './catalogue/index.js';
import { indicatorHistory, requestRecompute } from './indicator.service.js';
import { Indicator, IndicatorPoint } from './indicator.types.js';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], { description: 'The catalogue of indicators, in the plan’s order' })
  @Allow('indicator:read')
  indicators() {
    return catalogue;
  }

  @Query(() => [IndicatorPoint], {
    description:
      'Days on which an indicator of a village or the commune changed under the active plan, oldest first; days in between have the value of the day before',
  })
  @Allow('indicator:read')
  indicatorHistory(
    @Ctx() ctx: Context,
    @Arg('orgUnitId', () => ID, { description: 'A village, or the People’s Committee for the commune' })
    orgUnitId: string,
    @Arg('indicatorCode', () => String, { description: 'Code of the indicator' }) indicatorCode: string,
    @Arg('from', () => LocalDate, {
      nullable: true,
      description: 'First day; a year before `to` unless told',
    })
    from: string | null,
    @Arg('to', () => LocalDate, { nullable: true, description: 'Last day; today unless told' })
    to: string | null,
  ) {
    return indicatorHistory(ctx, { orgUnitId: numericId(orgUnitId), indicatorCode, from, to });
  }

  @Mutation(() => Boolean, {
    description: 'Queue a full recompute of the commune’s states, values and activity from the raw rows',
  })
  @Allow('indicator:recompute')
  async recomputeCommune(@Ctx() ctx: Context) {
    await requestRecompute(ctx);
    return true;
  }
}

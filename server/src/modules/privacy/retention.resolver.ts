import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Allow, DateTime, Readers, type Context } from '../../kernel/index.js';
import { BilingualText, type Bilingual } from '../parameters/index.js';
import { reportRetention, type RuleReport } from './retention.service.js';

@ObjectType({ description: 'Personal detail that is taken away when it is older than it may be kept' })
@Readers('privacy:read')
export class RetentionRule {
  /** For the field waiting. */
  report!: RuleReport;
  @Field(() => String, { description: 'Its key' })
  key!: string;
  @Field(() => BilingualText, { description: 'What is taken away' })
  title!: Bilingual;
  @Field(() => Int, { description: 'How many months after the plan’s year it is kept' })
  keepsMonths!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it was last applied, business time' })
  lastRunAt!: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Rows that were taken away on the last day it was applied',
  })
  lastCount!: number | null;
}

@Resolver(() => RetentionRule)
export class RetentionResolver {
  @Query(() => [RetentionRule], { description: 'What is kept for how long, and what was taken away' })
  @Allow('privacy:read')
  async retentionRules(@Ctx() ctx: Context): Promise<RetentionRule[]> {
    const reports = await reportRetention(ctx);
    return reports.map((report) => {
      const { rule, keepsMonths, lastRunAt, lastCount } = report;
      const shown = { report, key: rule.key, title: rule.title, keepsMonths, lastRunAt, lastCount };
      return Object.assign(new RetentionRule(), shown);
    });
  }

  @FieldResolver(() => Int, { description: 'Rows that are too old now and wait for the next run' })
  waiting(@Ctx() ctx: Context, @Root() { report }: RetentionRule): Promise<number> {
    return report.rule.count(ctx, report.reach);
  }
}

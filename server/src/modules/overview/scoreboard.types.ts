/**
 * What the scoreboard answers with. Plain objects, filled completely by scoreboard.map.ts, so that the compiled
 * query only reads properties (simpleResolvers); nothing here is masked by field.
 */
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';
import { Severity } from '../flags/index.js';
import type { ComparatorCode, StandingCode } from '../indicators/index.js';
import { Comparator, Plan } from '../plan/index.js';
import type { ScoreboardPlan } from './scoreboard.sql.js';

export enum CellStatus {
  MET = 'MET',
  ON_TRACK = 'ON_TRACK',
  ATTENTION = 'ATTENTION',
  BEHIND = 'BEHIND',
  NO_DATA = 'NO_DATA',
  NO_TARGET = 'NO_TARGET',
}
registerEnumType(CellStatus, {
  name: 'CellStatus',
  description: 'How a figure stands to its target and to the path that leads there',
  valuesConfig: {
    MET: { description: 'The target is met' },
    ON_TRACK: { description: 'At most 5 points behind the path' },
    ATTENTION: { description: 'More than 5 points behind the path' },
    BEHIND: { description: 'More than 15 points behind the path' },
    NO_DATA: { description: 'Nothing to divide by yet: "chưa có số liệu", never 0 %' },
    NO_TARGET: { description: 'The plan follows it without a target' },
  },
});

@ObjectType({
  description: 'The figures of one indicator for one village or the commune',
  simpleResolvers: true,
})
@Readers('indicator:read')
export class ScoreboardCell {
  @Field(() => String, { description: 'Code of the indicator' })
  indicatorCode!: string;
  @Field(() => Int, { nullable: true, description: 'Numerator; null when there is no value yet, or hidden' })
  numerator!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Denominator; null when there is no value yet, or hidden',
  })
  denominator!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Hundredths of a percent, rounded down (6805 is 68,05 %); null without a denominator, or hidden',
  })
  basisPoints!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Homes whose answer is not known yet; they count as not achieved. Null for villages where small counts are hidden from the caller',
  })
  unknownHouseholds!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Where the path to the target stands today, in percent; null without a target',
  })
  expectedPercent!: number | null;
  @Field(() => CellStatus, { description: 'How it stands; NO_DATA when hidden' })
  status!: StandingCode;
  @Field(() => Boolean, {
    description: 'Whether it is exactly a target that asks for more: "đúng 80%, chưa đạt ‘trên 80%’"',
  })
  exactlyAtTarget!: boolean;
  @Field(() => Boolean, {
    description:
      'Whether its figures are kept from the caller because they, or others in its column, tell of a few people',
  })
  hidden!: boolean;
}

@ObjectType({ description: 'An indicator of the plan with the commune’s figures', simpleResolvers: true })
@Readers('indicator:read')
export class ScoreboardIndicator {
  /** For the trend; not exposed. */
  source!: { planId: string; orgUnitId: number };
  @Field(() => String, { description: 'Code' })
  code!: string;
  @Field(() => String, { description: 'Name in Vietnamese' })
  nameVi!: string;
  @Field(() => String, { description: 'Name in English' })
  nameEn!: string;
  @Field(() => String, { description: 'Short name in Vietnamese' })
  shortVi!: string;
  @Field(() => String, { description: 'Short name in English' })
  shortEn!: string;
  @Field(() => String, { description: 'Code of the plan’s clause that sets it' })
  clauseCode!: string;
  @Field(() => Boolean, { description: 'Whether villages have figures of their own' })
  byVillage!: boolean;
  @Field(() => Comparator, {
    nullable: true,
    description: 'How it is compared; null when followed without a target',
  })
  comparator!: ComparatorCode | null;
  @Field(() => Int, { nullable: true, description: 'The target in percent' })
  targetPercent!: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'The day by which the target is due' })
  dueOn!: string | null;
  @Field(() => ScoreboardCell, { description: 'The commune’s figures' })
  commune!: ScoreboardCell;
}

@ObjectType({ description: 'An open lag flag of a village, explained', simpleResolvers: true })
@Readers('flag:read')
export class ScoreboardFlag {
  @Field(() => ID, { description: 'Id of the lag flag' })
  id!: string;
  @Field(() => String, { description: 'Why (a FlagReason)' })
  reason!: string;
  @Field(() => Severity, { description: 'How grave' })
  severity!: `${Severity}`;
  @Field(() => String, { nullable: true, description: 'The indicator it is about, if it is about one' })
  indicatorCode!: string | null;
  @Field(() => String, { description: 'A sentence in Vietnamese that explains it' })
  sentenceVi!: string;
  @Field(() => String, { description: 'A sentence in English that explains it' })
  sentenceEn!: string;
}

@ObjectType({
  description: 'A village of today: its activity, its figures and its open flags',
  simpleResolvers: true,
})
@Readers('indicator:read')
export class ScoreboardVillage {
  @Field(() => ID, { description: 'Id of the village' })
  id!: number;
  @Field(() => String, { description: 'Code' })
  code!: string;
  @Field(() => String, { description: 'Name' })
  name!: string;
  @Field(() => Int, { nullable: true, description: 'Resident households of the roster; null when hidden' })
  households!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Households where somebody was met, or that a session reached, since the plan began; null when hidden',
  })
  householdsVisited!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Visits made in the village in the last 30 days; null when hidden',
  })
  visits30Days!: number | null;
  @Field(() => [Int], {
    nullable: true,
    description: 'Visits in each of the last eight weeks, oldest first; null when hidden',
  })
  weeklyVisits!: number[] | null;
  @Field(() => DateTime, { nullable: true, description: 'The latest visit made in the village' })
  lastVisitAt!: string | null;
  @Field(() => [ScoreboardCell], {
    description: 'Its figures, in the order of the indicators that are byVillage',
  })
  cells!: ScoreboardCell[];
  @Field(() => [ScoreboardFlag], { description: 'Its open flags, red ones first' })
  flags!: ScoreboardFlag[];
}

@ObjectType({
  description: 'The active plan’s indicators for the commune and its villages',
  simpleResolvers: true,
})
@Readers('indicator:read')
export class Scoreboard {
  @Field(() => Plan, { description: 'The active plan' })
  plan!: ScoreboardPlan;
  @Field(() => DateTime, { nullable: true, description: 'When the newest of the values became what it is' })
  asOf!: Date | null;
  @Field(() => LocalDate, { description: 'The commune’s calendar day' })
  today!: string;
  @Field(() => [ScoreboardIndicator], { description: 'The plan’s indicators, in its order' })
  indicators!: ScoreboardIndicator[];
  @Field(() => [ScoreboardVillage], {
    description: 'The villages that need help most first: by red flags, then by the largest shortfall',
  })
  villages!: ScoreboardVillage[];
}

@ObjectType({ description: 'News that figures, activity or flags have changed' })
@Readers('indicator:read')
export class ScoreboardChange {
  @Field(() => [ID], { description: 'The villages concerned; none when it is the commune as a whole' })
  villageIds!: number[];
  @Field(() => DateTime, { description: 'When, in business time' })
  at!: string;
}

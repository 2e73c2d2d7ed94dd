import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';
import type { Evidence } from './detector.js';

export enum FlagReason {
  BEHIND_PACE = 'BEHIND_PACE',
  NO_ACTIVITY = 'NO_ACTIVITY',
}
registerEnumType(FlagReason, {
  name: 'FlagReason',
  description: 'Why a village is flagged',
  valuesConfig: {
    BEHIND_PACE: {
      description: 'An indicator is more than 5 points behind its path to the target; red from 15',
    },
    NO_ACTIVITY: { description: '30 days without a visit; red from 45' },
  },
});

export enum Severity {
  YELLOW = 'YELLOW',
  RED = 'RED',
}
registerEnumType(Severity, { name: 'Severity', description: 'How grave a flag is' });

export enum FlagStatus {
  WATCHED = 'WATCHED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(FlagStatus, {
  name: 'FlagStatus',
  description: 'Where a flag stands in its life',
  valuesConfig: {
    WATCHED: { description: 'The condition held at one daily evaluation' },
    OPEN: { description: 'It held at two in a row' },
    CLOSED: { description: 'It was cleared, with 2 points to spare' },
  },
});

@ObjectType({ description: 'A village that lags, with the reason and the figures that show it' })
@Readers('flag:read')
@Entity({ tableName: 'lag_flag' })
export class LagFlag {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  planId!: string;

  @Property({ type: 'integer' })
  villageId!: number;

  @Field(() => FlagReason, { description: 'Why' })
  @Property({ type: 'text' })
  reason!: FlagReason;

  @Field(() => String, { nullable: true, description: 'The indicator it is about, if it is about one' })
  @Property({ type: 'text', nullable: true })
  indicatorCode!: string | null;

  @Field(() => Severity, { description: 'How grave' })
  @Property({ type: 'text' })
  severity!: Severity;

  @Field(() => FlagStatus, { description: 'Where it stands' })
  @Property({ type: 'text' })
  status!: FlagStatus;

  // Exposed by the resolver, which keeps small counts from those who may not see them.
  @Property({ type: 'json' })
  evidence!: Evidence;

  @Field(() => LocalDate, { description: 'The day of the first evaluation at which its condition held' })
  @Property({ type: 'date' })
  watchedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it opened' })
  @Property({ type: 'datetime', nullable: true })
  openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it closed' })
  @Property({ type: 'datetime', nullable: true })
  closedAt!: Date | null;
}

import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum IncidentState {
  OPEN = 'OPEN',
  REPORTED = 'REPORTED',
  CLOSED = 'CLOSED',
}
registerEnumType(IncidentState, {
  name: 'IncidentState',
  description: 'Where an incident stands',
  valuesConfig: {
    OPEN: { description: 'Nobody outside was told yet' },
    REPORTED: { description: 'The authority or the people affected were told' },
    CLOSED: { description: 'Done with; what was learnt is written down' },
  },
});

export enum IncidentSeverity {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
}
registerEnumType(IncidentSeverity, { name: 'IncidentSeverity', description: 'How grave an incident is' });

export enum IncidentDataKind {
  NAME = 'NAME',
  PHONE = 'PHONE',
  ADDRESS = 'ADDRESS',
  NOTE = 'NOTE',
  ACCOUNT = 'ACCOUNT',
  OTHER = 'OTHER',
}
registerEnumType(IncidentDataKind, {
  name: 'IncidentDataKind',
  description: 'What kind of data an incident touched',
});

@ObjectType({ description: 'Something that happened to personal data, and what was done about it' })
@Readers('incident:read')
@Entity({ tableName: 'incident' })
export class Incident {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => IncidentState, { description: 'Where it stands' })
  @Property({ type: 'text' })
  state!: IncidentState;

  @Field(() => String, { description: 'What happened, in a few words' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What happened' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => [IncidentDataKind], { description: 'What kinds of data it touched' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  kinds!: IncidentDataKind[];

  @Field(() => Int, { nullable: true, description: 'How many people it touched; null when unknown' })
  @Property({ type: 'integer', nullable: true })
  peopleAffected!: number | null;

  @Field(() => IncidentSeverity, { description: 'How grave it is' })
  @Property({ type: 'text' })
  severity!: IncidentSeverity;

  @Field(() => DateTime, { description: 'When it was discovered, business time' })
  @Property({ type: 'datetime' })
  discoveredAt!: Date;

  // The rule of the day on which it was recorded, so that the clock moves only with the discovery itself.
  @Property({ type: 'smallint' })
  notifyHours!: number;

  @Field(() => DateTime, { description: 'By when the authority is to be told' })
  @Property({ type: 'datetime' })
  notifyBy!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the authority was told' })
  @Property({ type: 'datetime', nullable: true })
  notifiedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who was told' })
  @Property({ type: 'text', nullable: true })
  notifiedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done about it' })
  @Property({ type: 'text', nullable: true })
  actions!: string | null;

  @Field(() => String, { nullable: true, description: 'What was learnt from it' })
  @Property({ type: 'text', nullable: true })
  lessons!: string | null;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When it was recorded, business time' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed' })
  @Property({ type: 'datetime', nullable: true })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'Counts changes; send it back when you change it' })
  @Property({ type: 'integer' })
  version!: number;
}

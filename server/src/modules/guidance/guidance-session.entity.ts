import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum GuidanceForm {
  VILLAGE_MEETING = 'VILLAGE_MEETING',
  SERVICE_COUNTER = 'SERVICE_COUNTER',
  LOUDSPEAKER = 'LOUDSPEAKER',
  GROUP = 'GROUP',
}
registerEnumType(GuidanceForm, {
  name: 'GuidanceForm',
  description: 'How people were guided other than at their doors ("hình thức phù hợp khác")',
  valuesConfig: {
    VILLAGE_MEETING: { description: 'A meeting of the village' },
    SERVICE_COUNTER: { description: 'Help at the Public Service Center’s counter' },
    LOUDSPEAKER: { description: 'The village’s loudspeaker; shows nobody anything by hand' },
    GROUP: { description: 'A group of people, shown together' },
  },
});

@ObjectType({
  description:
    'Guidance of several people at once: where, on what, how many and, where known, which homes. Never changed',
})
@Readers('visit:read')
@Entity({ tableName: 'guidance_session' })
export class GuidanceSession {
  @Field(() => ID, { description: 'UUIDv7 made by the client, so that sending twice records once' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'integer', nullable: true })
  villageId!: number | null;

  @Field(() => GuidanceForm, { description: 'Meeting, counter, loudspeaker or group' })
  @Property({ type: 'text' })
  form!: GuidanceForm;

  @Field(() => DateTime, { description: 'When it was held' })
  @Property({ type: 'datetime' })
  heldAt!: Date;

  @Field(() => String, { description: 'Where it was held' })
  @Property({ type: 'text' })
  place!: string;

  @Formula((columns) => `folded(${columns.place})`, { type: 'text', lazy: true })
  folded?: string;

  @Field(() => [String], { description: 'Codes of the topics covered' })
  @Property({ type: 'string[]' })
  topics!: string[];

  @Field(() => Int, { description: 'How many people took part' })
  @Property({ type: 'integer' })
  peopleCount!: number;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When it was recorded' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;
}

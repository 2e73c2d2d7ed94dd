import { Field, InputType, Int } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { IncidentDataKind, IncidentSeverity } from './incident.entity.js';

@InputType({ description: 'An incident, as far as it is known' })
export class IncidentInput {
  @Field(() => String, { description: 'What happened, in a few words' })
  title!: string;

  @Field(() => String, { description: 'What happened' })
  description!: string;

  @Field(() => DateTime, { description: 'When it was discovered' })
  discoveredAt!: Date;

  @Field(() => [IncidentDataKind], {
    nullable: true,
    description: 'What kinds of data it touched; none while that is unknown',
  })
  kinds?: IncidentDataKind[] | null;

  @Field(() => Int, { nullable: true, description: 'How many people it touched; left out when unknown' })
  peopleAffected?: number | null;

  @Field(() => IncidentSeverity, { description: 'How grave it is' })
  severity!: IncidentSeverity;

  @Field(() => String, { nullable: true, description: 'What was done about it so far' })
  actions?: string | null;
}

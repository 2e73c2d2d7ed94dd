import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../kernel/index.js';
import { MembershipRole } from './membership.entity.js';

@InputType({ description: 'A person who comes into a team' })
export class AddMemberInput {
  @Field(() => ID, { description: 'The team' })
  teamId!: string;

  @Field(() => ID, { description: 'The person' })
  personId!: string;

  @Field(() => MembershipRole, {
    defaultValue: MembershipRole.MEMBER,
    description: 'Leader, deputy or member',
  })
  role!: MembershipRole;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day in the team, today at the latest; today unless told',
  })
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision' })
  decisionNumber?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Date of the decision' })
  decisionDate?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that proposed this person' })
  nominatedById?: string | null;
}

import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../kernel/index.js';
import { Role } from '../access/index.js';

@InputType({ description: 'A role that a person is given at an organisation' })
export class AddPositionInput {
  @Field(() => ID, { description: 'The person; not the caller' })
  personId!: string;

  @Field(() => ID, { description: 'The organisation; its kind must have the role' })
  orgUnitId!: string;

  @Field(() => Role, { description: 'The role; those of a team follow from its list of members' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day in the role' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day no longer in the role, if it is known' })
  validTo?: string | null;
}

@InputType({ description: 'Somebody does the work of a position for some days' })
export class DelegateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who holds the position; the caller unless told, which only an administrator may',
  })
  fromPersonId?: string | null;

  @Field(() => ID, { description: 'Who does the work; needs an account' })
  toPersonId!: string;

  @Field(() => ID, { description: 'The organisation of the position' })
  orgUnitId!: string;

  @Field(() => Role, { description: 'The role of the position' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day, today at the earliest' })
  validFrom!: string;

  @Field(() => LocalDate, {
    description: 'First day on which it no longer holds, at most 90 days after the first',
  })
  validTo!: string;

  @Field(() => String, { description: 'Why' })
  reason!: string;
}

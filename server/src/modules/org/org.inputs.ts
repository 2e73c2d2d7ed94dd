import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../kernel/index.js';
import { OrgUnitKind } from './org-unit.entity.js';

@InputType({ description: 'A new organisation or village' })
export class AddOrgUnitInput {
  @Field(() => OrgUnitKind, { description: 'What kind of organisation' })
  kind!: OrgUnitKind;

  @Field(() => String, { description: 'Code, unique in the commune' })
  code!: string;

  @Field(() => String, { description: 'Name' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation above it; the People’s Committee unless told',
  })
  parentId?: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day it exists; today unless told' })
  validFrom?: string;
}

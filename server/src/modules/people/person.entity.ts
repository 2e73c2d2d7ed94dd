import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Readers } from '../../kernel/index.js';

@ObjectType({
  description: 'A person with a task in the plan: a member of a team, an official. Need not have an account',
})
@Readers('person:read')
@Entity({ tableName: 'person' })
export class Person {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => String, { description: 'Full name, family name first' })
  @Property({ type: 'text' })
  fullName!: string;

  @Property({ type: 'text', persist: false })
  folded?: string;

  @Property({ type: 'text', generated: 'name_sort_key(full_name) stored' })
  sortName?: string;

  // The whole number; only the masked or permitted form below is exposed.
  @Property({ type: 'text', nullable: true, lazy: true })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    name: 'phone',
    description: 'Phone; masked (0912***678) unless the caller works with this person',
  })
  @Formula(
    (columns) =>
      `case when shows_person_phone(${columns.id}) then ${columns.phone} else masked_phone(${columns.phone}) end`,
    { type: 'text' },
  )
  shownPhone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth' })
  @Readers('person:manage')
  @Property({ type: 'smallint', nullable: true })
  birthYear!: number | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;
}

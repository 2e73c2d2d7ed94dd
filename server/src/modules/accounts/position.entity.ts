import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';
import { Role } from '../access/index.js';

@ObjectType({
  description:
    'A role that a person holds at an organisation from a day to a day. It ends; it is never taken back',
})
@Readers('account:read')
@Entity({ tableName: 'position' })
export class Position {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'integer' })
  orgUnitId!: number;

  @Field(() => Role, { description: 'The role' })
  @Property({ type: 'text' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day in this role' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day no longer in this role; null while it lasts',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  // Lists are searched and sorted by the person's name.
  @Formula((columns) => `(select p.folded from person p where p.id = ${columns.personId})`, {
    type: 'text',
    lazy: true,
  })
  personFolded?: string;

  // Not lazy: a cursor is made of the values that a list is ordered by.
  @Formula((columns) => `(select p.sort_name from person p where p.id = ${columns.personId})`, {
    type: 'text',
  })
  personName?: string;
}

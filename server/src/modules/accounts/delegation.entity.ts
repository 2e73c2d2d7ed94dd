import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';
import { Role } from '../access/index.js';

@ObjectType({
  description:
    'One person does the work of another’s position for some days. It expires by itself and is not handed on',
})
@Readers('signed-in')
@Entity({ tableName: 'delegation' })
export class Delegation {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  fromPersonId!: string;

  @Property({ type: 'uuid' })
  toPersonId!: string;

  @Property({ type: 'integer' })
  orgUnitId!: number;

  @Field(() => Role, { description: 'The role of the position' })
  @Property({ type: 'text' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day on which it holds' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => LocalDate, { description: 'First day on which it no longer holds' })
  @Property({ type: 'date' })
  validTo!: string;

  @Field(() => String, { description: 'Why' })
  @Property({ type: 'text' })
  reason!: string;

  @Property({ type: 'uuid' })
  createdById!: string;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended before its time' })
  @Property({ type: 'datetime', nullable: true })
  endedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether it holds today: begun, neither ended nor expired, and the position itself still stands',
  })
  @Formula(
    (columns) =>
      `(${columns.endedAt} is null and ${columns.validFrom} <= business_day() and ${columns.validTo} > business_day()
        and exists (select from position p where p.commune_id = ${columns.communeId} and p.person_id = ${columns.fromPersonId}
          and p.org_unit_id = ${columns.orgUnitId} and p.role = ${columns.role}
          and p.valid_from <= business_day() and (p.valid_to is null or p.valid_to > business_day())))`,
    { type: 'boolean' },
  )
  isLive?: boolean;
}

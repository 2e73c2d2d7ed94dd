import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

@ObjectType({
  description: 'What is known of a household now: a projection of its visits. Null is unknown, never zero',
})
@Readers('household:read')
@Entity({ tableName: 'household_state' })
export class HouseholdState {
  @PrimaryKey({ type: 'uuid', fieldName: 'household_id' })
  id!: string;

  // The latest known counts, which a visit may have set; the roster row keeps what the roster says.
  @Property({ type: 'smallint', nullable: true })
  adults!: number | null;

  @Property({ type: 'smallint', nullable: true })
  citizens14!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day of the last visit, whether anyone was met or not',
  })
  @Property({ type: 'date', nullable: true })
  lastVisitOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day somebody was last met' })
  @Property({ type: 'date', nullable: true })
  metOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the last hands-on guidance' })
  @Property({ type: 'date', nullable: true })
  guidedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day the skills checklist was last gone through' })
  @Property({ type: 'date', nullable: true })
  skillsAssessedOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day the latest skills checklist was passed (3 of 5 tasks unaided)',
  })
  @Property({ type: 'date', nullable: true })
  skilledOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Adults with a smartphone' })
  @Property({ type: 'smallint', nullable: true })
  adultsWithSmartphone!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Adults with an account who pay electronically as a habit',
  })
  @Property({ type: 'smallint', nullable: true })
  adultsWithEpayment!: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with VNeID level 2' })
  @Property({ type: 'smallint', nullable: true })
  vneidLevel2!: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with the health book on VNeID' })
  @Property({ type: 'smallint', nullable: true })
  healthBook!: number | null;
}

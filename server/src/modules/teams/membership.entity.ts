import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

export enum MembershipRole {
  LEADER = 'LEADER',
  DEPUTY = 'DEPUTY',
  MEMBER = 'MEMBER',
}
registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What a person is in a team',
  valuesConfig: {
    LEADER: { description: 'Tổ trưởng; one at a time' },
    DEPUTY: { description: 'Tổ phó; two at most' },
    MEMBER: { description: 'Thành viên' },
  },
});

@ObjectType({
  description:
    'A person’s time in a team in one role. History: a change ends one and starts another (kiện toàn)',
})
@Readers('team:read')
@Entity({ tableName: 'team_membership' })
export class Membership {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  teamId!: string;

  // The team's village; kept here because a person's reach is read from it at every request.
  @Property({ type: 'integer' })
  villageId!: number;

  @Property({ type: 'uuid' })
  personId!: string;

  @Field(() => MembershipRole, { description: 'Leader, deputy or member' })
  @Property({ type: 'text' })
  role!: MembershipRole;

  @Property({ type: 'integer', nullable: true })
  nominatedById!: number | null;

  @Field(() => LocalDate, { description: 'First day in this role' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day no longer in this role; null while it lasts',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision that gave the role' })
  @Property({ type: 'text', nullable: true })
  decisionNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Date of that decision' })
  @Property({ type: 'date', nullable: true })
  decisionDate!: string | null;

  // Lists of members are searched and sorted by the person's name.
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

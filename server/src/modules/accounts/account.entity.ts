import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';
import { Role } from '../access/index.js';

export enum AccountState {
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}
registerEnumType(AccountState, {
  name: 'AccountState',
  description: 'Whether a person can come in',
  valuesConfig: {
    INVITED: { description: 'Has not opened the link and set a password yet' },
    ACTIVE: { description: 'Signs in with a password' },
    DISABLED: { description: 'Is kept out, with every session ended' },
  },
});

const today = 'business_day()';

@ObjectType({
  description: 'The way in of one person: a login. What they may do follows from their positions',
})
@Readers('account:read')
@Entity({ tableName: 'account' })
export class Account {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  personId!: string;

  @Field(() => String, { description: 'What they type to sign in; one of a kind' })
  @Property({ type: 'text' })
  login!: string;

  @Field(() => AccountState, { description: 'Invited, active or disabled' })
  @Formula(
    (columns) =>
      `case when ${columns.disabledAt} is not null then 'DISABLED' when ${columns.hasPassword} then 'ACTIVE' else 'INVITED' end`,
    { type: 'text' },
  )
  state?: AccountState;

  // Lazy, or MikroORM would select every column of the table, of which the server may not read all.
  @Property({ type: 'boolean', persist: false, lazy: true })
  hasPassword?: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When they last signed in, system time' })
  @Property({ type: 'datetime', nullable: true })
  lastSignInAt!: Date | null;

  @Field(() => DateTime, { description: 'When they were invited' })
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When they were kept out; null while they may come in',
  })
  @Property({ type: 'datetime', nullable: true })
  disabledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why they are kept out' })
  @Property({ type: 'text', nullable: true })
  disabledReason!: string | null;

  @Field(() => [Role], {
    description: 'Roles held today: by position, by team membership, or for somebody by delegation',
  })
  @Formula(
    (columns) =>
      `(select coalesce(array_agg(distinct h.role), '{}') from held_position h where h.person_id = ${columns.personId}
        and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today}))`,
    { type: 'text[]' },
  )
  roles?: Role[];

  @Field(() => [String], { description: 'Ids of the organisations at which a role is held today' })
  @Formula(
    (columns) =>
      `(select coalesce(array_agg(distinct h.org_unit_id::text), '{}') from held_position h where h.person_id = ${columns.personId}
        and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today}))`,
    { type: 'text[]' },
  )
  orgUnitIds?: string[];

  // Lists are searched by the person's name and the login, and sorted by the name.
  @Formula(
    (columns) =>
      `(select p.folded || ' ' || ${columns.login} from person p where p.id = ${columns.personId})`,
    { type: 'text', lazy: true },
  )
  nameAndLogin?: string;

  // Not lazy: a cursor is made of the values that a list is ordered by.
  @Formula((columns) => `(select p.sort_name from person p where p.id = ${columns.personId})`, {
    type: 'text',
  })
  personName?: string;
}

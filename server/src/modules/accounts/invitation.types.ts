import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { Account } from './account.entity.js';
import { InvitationKind } from './invitation.entity.js';

const described = {
  personId: 'A person whom the commune knows; what else the row says about a person is then ignored',
  fullName: 'Full name of a new person, family name first',
  phone: 'Mobile or landline of a new person',
  birthYear: 'Year of birth of a new person, four digits',
  login: 'What they will type to sign in; made from the name when absent',
  role: 'A role to give them; needs an organisation',
  orgUnitId: 'The organisation of the role',
  orgUnitCode: 'The organisation of the role, by its code',
  validFrom: 'First day in the role; today unless told',
};

@InputType({ description: 'A person to invite, perhaps with a position' })
export class InviteRowInput {
  @Field(() => ID, { nullable: true, description: described.personId })
  personId?: string | null;
  @Field(() => String, { nullable: true, description: described.fullName })
  fullName?: string | null;
  @Field(() => String, { nullable: true, description: described.phone })
  phone?: string | null;
  @Field(() => Int, { nullable: true, description: described.birthYear })
  birthYear?: number | null;
  @Field(() => String, { nullable: true, description: described.login })
  login?: string | null;
  @Field(() => Role, { nullable: true, description: described.role })
  role?: Role | null;
  @Field(() => ID, { nullable: true, description: described.orgUnitId })
  orgUnitId?: string | null;
  @Field(() => String, { nullable: true, description: described.orgUnitCode })
  orgUnitCode?: string | null;
  @Field(() => LocalDate, { nullable: true, description: described.validFrom })
  validFrom?: string | null;
}

@ObjectType({
  description: 'A person to invite, as a sheet tells it; the input of inviteAccounts is made of these',
})
@Readers('account:manage')
export class InviteRow implements Required<InviteRowInput> {
  @Field(() => ID, { nullable: true, description: described.personId })
  personId!: string | null;
  @Field(() => String, { nullable: true, description: described.fullName })
  fullName!: string | null;
  @Field(() => String, { nullable: true, description: described.phone })
  phone!: string | null;
  @Field(() => Int, { nullable: true, description: described.birthYear })
  birthYear!: number | null;
  @Field(() => String, { nullable: true, description: described.login })
  login!: string | null;
  @Field(() => Role, { nullable: true, description: described.role })
  role!: Role | null;
  @Field(() => ID, { nullable: true, description: described.orgUnitId })
  orgUnitId!: string | null;
  @Field(() => String, { nullable: true, description: described.orgUnitCode })
  orgUnitCode!: string | null;
  @Field(() => LocalDate, { nullable: true, description: described.validFrom })
  validFrom!: string | null;
}

@ObjectType({ description: 'A sentence in both languages' })
@Readers('anyone')
export class Messages {
  @Field(() => String, { description: 'In Vietnamese' })
  vi!: string;
  @Field(() => String, { description: 'In English' })
  en!: string;
}

@ObjectType({ description: 'What is wrong with a row' })
@Readers('account:manage')
export class RowProblem {
  @Field(() => String, { description: 'The field of the row' })
  field!: string;
  @Field(() => String, { description: 'What it is, for programs' })
  key!: string;
  @Field(() => Messages, { description: 'What it is, and what to do' })
  messages!: Messages;
}

@ObjectType({ description: 'A row of a sheet of people to invite' })
@Readers('account:manage')
export class InvitationSheetRow {
  @Field(() => Int, { description: 'Its line in the sheet, from 1' })
  line!: number;
  @Field(() => InviteRow, { description: 'What it says, as inviteAccounts takes it' })
  row!: InviteRow;
  @Field(() => [RowProblem], { description: 'What is wrong with it; empty when it can be invited' })
  problems!: RowProblem[];
}

@ObjectType({ description: 'What a sheet of people to invite says; nothing was changed' })
@Readers('account:manage')
export class InvitationSheet {
  @Field(() => [String], { description: 'Headings of the columns that were read' })
  columns!: string[];
  @Field(() => [InvitationSheetRow], { description: 'The people, without empty lines and sums' })
  rows!: InvitationSheetRow[];
  @Field(() => [String], { description: 'Headings of the columns that nothing was taken from' })
  ignoredColumns!: string[];
}

@ObjectType({
  description: 'A link for one person, shown this once: the server keeps no way to show it again',
})
@Readers('account:manage')
export class IssuedLink {
  @Field(() => Account, { description: 'Whose password it sets' })
  account!: Account;
  @Field(() => String, {
    description:
      'Path with the token after #, which browsers send to no server; the panel puts its own address before it',
  })
  path!: string;
  @Field(() => DateTime, { description: 'Until when it can be used, system time' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What became of one row of a batch' })
@Readers('account:manage')
export class InvitationRow {
  @Field(() => Int, { description: 'Its place in the batch, from 0' })
  index!: number;
  @Field(() => String, { nullable: true, description: 'The name, as it is or would be kept' })
  fullName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The login it got or would get; null when it is refused',
  })
  login!: string | null;
  @Field(() => [RowProblem], { description: 'Why it was refused; empty when it was not' })
  problems!: RowProblem[];
  @Field(() => IssuedLink, {
    nullable: true,
    description: 'The link; null when it was refused, or for a dry run',
  })
  link!: IssuedLink | null;
}

@ObjectType({ description: 'What became of a batch of invitations' })
@Readers('account:manage')
export class InvitationBatch {
  @Field(() => Int, { description: 'Accounts made; for a dry run those that would be made' })
  created!: number;
  @Field(() => Int, { description: 'Rows refused' })
  refused!: number;
  @Field(() => [InvitationRow], { description: 'Every row, in the order given' })
  rows!: InvitationRow[];
}

@ObjectType({ description: 'What a link is for, told to whoever holds it' })
@Readers('anyone')
export class InvitationGreeting {
  @Field(() => String, { description: 'Whose account it is' })
  fullName!: string;
  @Field(() => String, { description: 'What they will type to sign in' })
  login!: string;
  @Field(() => String, { description: 'The commune that invites' })
  communeName!: string;
  @Field(() => InvitationKind, { description: 'A first password, or another one' })
  kind!: InvitationKind;
}

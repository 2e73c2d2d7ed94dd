import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineList,
  findBy,
  findById,
  Fresh,
  loader,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { liveSessionsOf, Session } from '../access/index.js';
import { Person } from '../people/index.js';
import { Account, AccountState } from './account.entity.js';
import { haveFactor } from './account.queries.js';
import { disableAccount, enableAccount, endAccountSessions, removeAccountFactor } from './account.service.js';
import { Invitation } from './invitation.entity.js';
import { openInvitations } from './invitation.queries.js';
import { Position } from './position.entity.js';

const accounts = defineList(Account, {
  name: 'Account',
  description: 'who can come in',
  readers: 'account:read',
  personal: true,
  filter: {
    id: 'id',
    personId: 'id',
    login: 'text',
    state: { enum: AccountState, name: 'AccountState' },
    roles: 'texts',
    orgUnitIds: 'texts',
    lastSignInAt: 'dateTime',
    createdAt: 'dateTime',
  },
  order: ['personName', 'login', 'state', 'lastSignInAt', 'createdAt'],
  defaultOrder: { personName: 'asc' },
  search: 'nameAndLogin',
});

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => accounts.Page, {
    description: 'Who can come in, by name (the last word first); `search` looks into names and logins',
  })
  @Allow('account:read')
  accounts(@Ctx() ctx: Context, @Args(() => accounts.Args) args: ListArgs) {
    return accounts.run(ctx, args);
  }

  @Query(() => Account, { nullable: true, description: 'One account' })
  @Allow('account:read')
  account(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Account, id);
  }

  @Mutation(() => Account, {
    description:
      'Keep a person out: their sessions, keys and open links end at once. Not oneself, not the last administrator',
  })
  @Allow('account:manage')
  @Fresh()
  disableAccount(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The account' }) id: string,
    @Arg('reason', () => String, { description: 'Why' }) reason: string,
  ) {
    return disableAccount(ctx, id, reason);
  }

  @Mutation(() => Account, { description: 'Let a person in again; sessions and keys of before stay ended' })
  @Allow('account:manage')
  @Fresh()
  enableAccount(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'The account' }) id: string) {
    return enableAccount(ctx, id);
  }

  @Mutation(() => Int, { description: 'Sign a person out everywhere; answers how many sessions there were' })
  @Allow('account:manage')
  endAccountSessions(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { description: 'The account' }) accountId: string,
  ) {
    return endAccountSessions(ctx, accountId);
  }

  @Mutation(() => Account, { description: 'Take off a second factor that its owner has lost' })
  @Allow('account:manage')
  @Fresh()
  removeAccountFactor(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { description: 'The account' }) accountId: string,
  ) {
    return removeAccountFactor(ctx, accountId);
  }

  @FieldResolver(() => Person, { description: 'Whose it is' })
  person(@Ctx() ctx: Context, @Root() account: Account) {
    return findById(ctx, Person, account.personId);
  }

  @FieldResolver(() => [Position], {
    description:
      'Positions they hold, held and will hold, earliest first; roles in a team are not among them',
  })
  positions(@Ctx() ctx: Context, @Root() account: Account) {
    return findBy(ctx, Position, 'personId', account.personId, { validFrom: 'asc', id: 'asc' });
  }

  @FieldResolver(() => Boolean, { description: 'Whether they sign in with a second factor' })
  hasSecondFactor(@Ctx() ctx: Context, @Root() account: Account) {
    return loader<string, boolean>(ctx, haveFactor, (ids) => haveFactor(ctx, ids)).load(account.id);
  }

  @FieldResolver(() => [Session], { description: 'Where they are signed in now, latest first' })
  sessions(@Ctx() ctx: Context, @Root() account: Account) {
    return loader<string, Session[]>(ctx, liveSessionsOf, (ids) => liveSessionsOf(ctx, ids)).load(account.id);
  }

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The link that they could use now; null when there is none',
  })
  openInvitation(@Ctx() ctx: Context, @Root() account: Account) {
    return loader<string, Invitation | null>(ctx, openInvitations, (ids) => openInvitations(ctx, ids)).load(
      account.id,
    );
  }
}

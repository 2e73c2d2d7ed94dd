import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Allow, findById, Fresh, type Context } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { Invitation } from './invitation.entity.js';
import { inviteAccounts, mostRows, resetAccess } from './invitation.service.js';
import { readInvitationSheet } from './invitation-sheet.service.js';
import { InvitationBatch, InvitationSheet, InviteRowInput, IssuedLink } from './invitation.types.js';

@Resolver(() => Invitation)
export class InvitationResolver {
  @Mutation(() => InvitationBatch, {
    description:
      'Make accounts and links to their first passwords, without passwords; wrong rows are told and left out',
  })
  @Allow('account:manage')
  @Fresh()
  inviteAccounts(
    @Ctx() ctx: Context,
    @Arg('rows', () => [InviteRowInput], { description: `Whom to invite, at most ${mostRows}` })
    rows: InviteRowInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Only tell what would be made' })
    dryRun: boolean,
  ) {
    return inviteAccounts(ctx, rows, { dryRun });
  }

  @Mutation(() => InvitationSheet, {
    description:
      'Read a sheet of people to invite that was handed in; changes nothing, and tells what inviteAccounts would refuse',
  })
  @Allow('account:manage')
  readInvitationSheet(
    @Ctx() ctx: Context,
    @Arg('fileId', () => ID, { description: 'The file, as the upload answered it' }) fileId: string,
  ) {
    return readInvitationSheet(ctx, fileId);
  }

  @Mutation(() => IssuedLink, {
    description: 'Make another link for somebody who cannot come in; links of before can no longer be used',
  })
  @Allow('account:manage')
  @Fresh()
  resetAccess(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { description: 'The account' }) accountId: string,
  ) {
    return resetAccess(ctx, accountId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who made the link' })
  createdBy(@Ctx() ctx: Context, @Root() invitation: Invitation) {
    return invitation.createdById === null ? null : findById(ctx, Person, invitation.createdById);
  }
}

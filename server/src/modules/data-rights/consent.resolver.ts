import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findBy, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { Household } from '../households/index.js';
import { Person } from '../people/index.js';
import { Consent, ConsentPurpose, ConsentWording } from './consent.entity.js';
import { RecordConsentInput } from './consent.inputs.js';
import { readWordings, recordConsent, withdrawConsent } from './consent.service.js';

const consents = defineList(Consent, {
  name: 'Consent',
  description: 'consents of homes and people',
  readers: 'privacy:read',
  filter: {
    id: 'id',
    householdId: 'id',
    personId: 'id',
    purpose: { enum: ConsentPurpose, name: 'ConsentPurpose' },
    giverName: 'text',
    givenAt: 'dateTime',
    withdrawnAt: 'dateTime',
  },
  order: ['givenAt', 'withdrawnAt', 'recordedAt', 'purpose', 'giverName'],
  defaultOrder: { givenAt: 'desc' },
  personal: true,
});

@Resolver(() => Consent)
export class ConsentResolver {
  @Query(() => [ConsentWording], {
    description: 'What is read out before somebody consents; of each purpose the one in force comes first',
  })
  @Allow('consent:record')
  consentWordings(@Ctx() ctx: Context) {
    return readWordings(ctx);
  }

  @Query(() => consents.Page, { description: 'Consents that stand and that were withdrawn' })
  @Allow('privacy:read')
  consents(@Ctx() ctx: Context, @Args(() => consents.Args) args: ListArgs) {
    return consents.run(ctx, args);
  }

  @Mutation(() => Consent, { description: 'Record a consent that was given after its wording was read out' })
  @Allow('consent:record')
  recordConsent(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordConsentInput, { description: 'The consent' }) input: RecordConsentInput,
  ) {
    return recordConsent(ctx, input);
  }

  @Mutation(() => Consent, { description: 'Withdraw a consent; that it was given stays on record' })
  @Allow('consent:record')
  withdrawConsent(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The consent' }) id: string,
    @Arg('note', () => String, { nullable: true, description: 'What was said' }) note: string | null,
  ) {
    return withdrawConsent(ctx, id, note);
  }

  @FieldResolver(() => Household, { nullable: true, description: 'The home it was given for' })
  household(@Ctx() ctx: Context, @Root() { householdId }: Consent) {
    return householdId === null ? null : findById(ctx, Household, householdId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The person it was given for, one of those who do the work',
  })
  person(@Ctx() ctx: Context, @Root() { personId }: Consent) {
    return personId === null ? null : findById(ctx, Person, personId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who recorded it' })
  recordedBy(@Ctx() ctx: Context, @Root() { recordedById }: Consent) {
    return findById(ctx, Person, recordedById);
  }
}

@Resolver(() => Household)
export class HouseholdConsentsResolver {
  @FieldResolver(() => [Consent], { description: 'What its people consented to, the latest first' })
  consents(@Ctx() ctx: Context, @Root() household: Household) {
    return findBy(ctx, Consent, 'householdId', household.id, { givenAt: 'desc' });
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, LocalDate, type Context, type ListArgs } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { DossierMonth } from './dossier-month.entity.js';
import { RecordDossierMonthInput } from './dossier.inputs.js';
import { monthStart } from './dossier.rules.js';
import { recordDossierMonth } from './dossier.service.js';

const dossierMonths = defineList(DossierMonth, {
  name: 'DossierMonth',
  description: 'months of the Public Service Center’s register',
  readers: 'dossier:read',
  filter: {
    id: 'id',
    endsOn: 'date',
    dossiers: 'int',
    dossiersOnline: 'int',
    onlineUsers: 'int',
    onlineUsersVerified: 'int',
    recordedById: 'id',
    recordedAt: 'dateTime',
  },
  order: ['endsOn', 'dossiers', 'dossiersOnline', 'onlineUsers', 'onlineUsersVerified', 'recordedAt'],
  defaultOrder: { endsOn: 'desc' },
});

@Resolver(() => DossierMonth)
export class DossierMonthResolver {
  @Query(() => dossierMonths.Page, { description: 'Months of the register, newest first' })
  @Allow('dossier:read')
  dossierMonths(@Ctx() ctx: Context, @Args(() => dossierMonths.Args) args: ListArgs) {
    return dossierMonths.run(ctx, args);
  }

  @Query(() => DossierMonth, { nullable: true, description: 'One month of the register' })
  @Allow('dossier:read')
  dossierMonth(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, DossierMonth, id);
  }

  @Mutation(() => DossierMonth, { description: 'Record the figures of a month, or replace them' })
  @Allow('dossier:record')
  recordDossierMonth(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordDossierMonthInput, { description: 'The month and its figures' })
    input: RecordDossierMonthInput,
  ) {
    return recordDossierMonth(ctx, input);
  }

  @FieldResolver(() => LocalDate, { description: 'First day of the month, a 15th' })
  startsOn(@Root() month: DossierMonth) {
    return monthStart(month.endsOn);
  }

  @FieldResolver(() => Person, { description: 'Who recorded these figures' })
  recordedBy(@Ctx() ctx: Context, @Root() month: DossierMonth) {
    return findById(ctx, Person, month.recordedById);
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, DateTime, defineList, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { Incident, IncidentSeverity, IncidentState } from './incident.entity.js';
import { IncidentInput } from './incident.inputs.js';
import { changeIncident, closeIncident, isLate, notifyIncident, recordIncident } from './incident.service.js';

const incidents = defineList(Incident, {
  name: 'Incident',
  description: 'incidents with personal data',
  readers: 'incident:read',
  filter: {
    id: 'id',
    state: { enum: IncidentState, name: 'IncidentState' },
    severity: { enum: IncidentSeverity, name: 'IncidentSeverity' },
    title: 'text',
    discoveredAt: 'dateTime',
    notifyBy: 'dateTime',
    notifiedAt: 'dateTime',
    closedAt: 'dateTime',
  },
  order: ['discoveredAt', 'notifyBy', 'recordedAt', 'closedAt', 'severity', 'state', 'peopleAffected'],
  defaultOrder: { discoveredAt: 'desc' },
});

const itsId = { description: 'Its id' };

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => incidents.Page, { description: 'Incidents with personal data, the latest first' })
  @Allow('incident:read')
  incidents(@Ctx() ctx: Context, @Args(() => incidents.Args) args: ListArgs) {
    return incidents.run(ctx, args);
  }

  @Query(() => Incident, { nullable: true, description: 'One incident' })
  @Allow('incident:read')
  incident(@Ctx() ctx: Context, @Arg('id', () => ID, itsId) id: string) {
    return findById(ctx, Incident, id);
  }

  @Mutation(() => Incident, {
    description: 'Record an incident; the clock to tell the authority starts at its discovery',
  })
  @Allow('incident:record')
  recordIncident(
    @Ctx() ctx: Context,
    @Arg('input', () => IncidentInput, { description: 'What is known of it' }) input: IncidentInput,
  ) {
    return recordIncident(ctx, input);
  }

  @Mutation(() => Incident, { description: 'Change what is known of an incident that is not closed' })
  @Allow('incident:record')
  changeIncident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('version', () => Int, { description: 'The version you saw' }) version: number,
    @Arg('input', () => IncidentInput, { description: 'All that is known of it now' }) input: IncidentInput,
  ) {
    return changeIncident(ctx, { id, version, input });
  }

  @Mutation(() => Incident, { description: 'Note that the authority was told of an incident' })
  @Allow('incident:record')
  notifyIncident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('notifiedTo', () => String, { description: 'Who was told' }) notifiedTo: string,
    @Arg('notifiedAt', () => DateTime, { description: 'When' }) notifiedAt: Date,
  ) {
    return notifyIncident(ctx, { id, notifiedTo, notifiedAt });
  }

  @Mutation(() => Incident, { description: 'Close an incident with what was learnt from it' })
  @Allow('incident:record')
  closeIncident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('lessons', () => String, { description: 'What was learnt' }) lessons: string,
  ) {
    return closeIncident(ctx, id, lessons);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the authority was told late, or is late to be told by now',
  })
  isLate(@Ctx() ctx: Context, @Root() incident: Incident): boolean {
    return isLate(incident, ctx.now);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who recorded it' })
  recordedBy(@Ctx() ctx: Context, @Root() { recordedById }: Incident) {
    return findById(ctx, Person, recordedById);
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineList,
  findById,
  loader,
  numericId,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { AddOrgUnitInput } from './org.inputs.js';
import { OrgUnit, OrgUnitKind } from './org-unit.entity.js';
import { addOrgUnit, renameOrgUnit } from './org.service.js';
import { successorsOf } from './org.queries.js';

const orgUnits = defineList(OrgUnit, {
  name: 'OrgUnit',
  description: 'organisations of the commune',
  readers: 'org:read',
  filter: {
    id: 'id',
    kind: { enum: OrgUnitKind, name: 'OrgUnitKind' },
    code: 'text',
    name: 'text',
    parentId: 'id',
    validFrom: 'date',
    validTo: 'date',
  },
  order: ['sortOrder', 'name', 'code', 'kind', 'validFrom'],
  defaultOrder: { kind: 'asc', sortOrder: 'asc' },
  search: 'folded',
});

@Resolver(() => OrgUnit)
export class OrgUnitResolver {
  @Query(() => orgUnits.Page, { description: 'Organisations of the commune' })
  @Allow('org:read')
  orgUnits(@Ctx() ctx: Context, @Args(() => orgUnits.Args) args: ListArgs) {
    return orgUnits.run(ctx, args);
  }

  @Query(() => OrgUnit, { nullable: true, description: 'One organisation' })
  @Allow('org:read')
  orgUnit(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, OrgUnit, numericId(id));
  }

  @Mutation(() => OrgUnit, { description: 'Add an organisation or a village' })
  @Allow('org:manage')
  addOrgUnit(
    @Ctx() ctx: Context,
    @Arg('input', () => AddOrgUnitInput, { description: 'The new organisation' }) input: AddOrgUnitInput,
  ) {
    return addOrgUnit(ctx, input);
  }

  @Mutation(() => OrgUnit, { description: 'Give an organisation or a village another name' })
  @Allow('org:manage')
  renameOrgUnit(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id' }) id: string,
    @Arg('name', () => String, { description: 'The new name' }) name: string,
  ) {
    return renameOrgUnit(ctx, numericId(id), name);
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The organisation above it' })
  parent(@Ctx() ctx: Context, @Root() unit: OrgUnit) {
    return unit.parentId === null ? null : findById(ctx, OrgUnit, unit.parentId);
  }

  @FieldResolver(() => [OrgUnit], { description: 'The villages that a merged or split village became' })
  successors(@Ctx() ctx: Context, @Root() unit: OrgUnit) {
    return loader<number, OrgUnit[]>(ctx, 'OrgUnit.successors', (ids) => successorsOf(ctx, ids)).load(
      unit.id,
    );
  }
}

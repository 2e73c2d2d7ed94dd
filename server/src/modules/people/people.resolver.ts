import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, loader, type Context, type ListArgs } from '../../kernel/index.js';
import { PersonInput } from './people.inputs.js';
import { haveAccount, skillsOf } from './people.queries.js';
import { addPerson, changePerson } from './people.service.js';
import { Person } from './person.entity.js';

export const people = defineList(Person, {
  name: 'Person',
  description: 'people who work for the plan',
  readers: 'person:read',
  personal: true,
  filter: { id: 'id', fullName: 'text', birthYear: 'int', createdAt: 'dateTime' },
  order: ['sortName', 'birthYear', 'createdAt'],
  defaultOrder: { sortName: 'asc' },
  search: 'folded',
});

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => people.Page, { description: 'People who work for the plan, by name (the last word first)' })
  @Allow('person:read')
  people(@Ctx() ctx: Context, @Args(() => people.Args) args: ListArgs) {
    return people.run(ctx, args);
  }

  @Query(() => Person, { nullable: true, description: 'One person' })
  @Allow('person:read')
  person(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Their id' }) id: string) {
    return findById(ctx, Person, id);
  }

  @Mutation(() => Person, { description: 'Add a person' })
  @Allow('person:manage')
  addPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => PersonInput, { description: 'The person' }) input: PersonInput,
  ) {
    return addPerson(ctx, input);
  }

  @Mutation(() => Person, { description: 'Change a person’s details' })
  @Allow('person:manage')
  changePerson(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Their id' }) id: string,
    @Arg('input', () => PersonInput, { description: 'All details, as they shall be' }) input: PersonInput,
  ) {
    return changePerson(ctx, id, input);
  }

  @FieldResolver(() => [String], { description: 'Codes of the topics this person can teach' })
  skills(@Ctx() ctx: Context, @Root() person: Person) {
    return loader<string, string[]>(ctx, skillsOf, (ids) => skillsOf(ctx, ids)).load(person.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether this person can sign in' })
  hasAccount(@Ctx() ctx: Context, @Root() person: Person) {
    return loader<string, boolean>(ctx, haveAccount, (ids) => haveAccount(ctx, ids)).load(person.id);
  }
}

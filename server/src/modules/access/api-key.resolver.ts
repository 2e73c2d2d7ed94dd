import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineList,
  findById,
  Fresh,
  loader,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { Person } from '../people/index.js';
import { ApiKey } from './api-key.entity.js';
import { personsOfAccounts } from './api-key.queries.js';
import { createApiKey, revokeApiKey } from './api-key.service.js';
import { CreateApiKeyInput, NewApiKey } from './api-key.types.js';
import { requireSession } from './session.service.js';

const apiKeys = defineList(ApiKey, {
  name: 'ApiKey',
  description: 'API keys',
  readers: 'signed-in',
  filter: {
    id: 'id',
    name: 'text',
    createdAt: 'dateTime',
    expiresAt: 'dateTime',
    lastUsedAt: 'dateTime',
    revokedAt: 'dateTime',
  },
  order: ['createdAt', 'name', 'expiresAt', 'lastUsedAt'],
  defaultOrder: { createdAt: 'desc' },
});

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => apiKeys.Page, {
    description: 'The caller’s own API keys; everybody’s for those who see accounts',
  })
  @Allow('signed-in')
  apiKeys(@Ctx() ctx: Context, @Args(() => apiKeys.Args) args: ListArgs) {
    requireSession(ctx);
    return apiKeys.run(ctx, args);
  }

  @Mutation(() => NewApiKey, { description: 'Make a key for scripts; the key itself is shown only now' })
  @Allow('key:make')
  @Fresh()
  createApiKey(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateApiKeyInput, { description: 'The key' }) input: CreateApiKeyInput,
  ): Promise<NewApiKey> {
    return createApiKey(ctx, input);
  }

  @Mutation(() => ApiKey, { description: 'Have a key stop working at once' })
  @Allow('signed-in')
  revokeApiKey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id' }) id: string,
  ): Promise<ApiKey> {
    return revokeApiKey(ctx, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Whose key it is' })
  async owner(@Ctx() ctx: Context, @Root() { accountId }: ApiKey): Promise<Person | null> {
    const personId = await loader<string, string | null>(ctx, personsOfAccounts, (ids) =>
      personsOfAccounts(ctx, ids),
    ).load(accountId);
    return personId === null ? null : findById(ctx, Person, personId);
  }
}

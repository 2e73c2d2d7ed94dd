import buildGraphQLProvider from 'ra-data-graphql';
import type { DataProvider } from 'react-admin';
import { buildQuery } from './buildQuery';
import { client } from './client';
import { toHttpError } from './errors';
import { onceConfirmed } from './identity';

const graphQLProvider = buildGraphQLProvider({
  client,
  introspection: false,
  buildQuery: () => buildQuery,
  query: () => ({ fetchPolicy: 'no-cache' }),
  mutation: () => ({ fetchPolicy: 'no-cache' }),
});

/** ra-data-graphql reports every refusal as HTTP 200; the screens need the real status and the field errors. */
function withProblems<Call extends (...args: never[]) => Promise<unknown>>(call: Call): Call {
  return ((...args: Parameters<Call>) =>
    call(...args).catch((error: unknown) => {
      throw toHttpError(error);
    })) as Call;
}

const create = withProblems(graphQLProvider.create);
const update = withProblems(graphQLProvider.update);

/** A record that is not there is refused in words, not shown as an empty page. */
const getOne: DataProvider['getOne'] = async (resource, params) => {
  const answer = await graphQLProvider.getOne(resource, params);
  if (!answer.data) throw Object.assign(new Error('ra.notification.item_doesnt_exist'), { status: 404 });
  return answer;
};

export const dataProvider: DataProvider = {
  ...graphQLProvider,
  getList: withProblems(graphQLProvider.getList),
  getOne: withProblems(getOne),
  getMany: withProblems(graphQLProvider.getMany),
  getManyReference: withProblems(graphQLProvider.getManyReference),
  create: (resource, params) => onceConfirmed(() => create(resource, params)),
  update: (resource, params) => onceConfirmed(() => update(resource, params)),
  supportAbortSignal: true,
};

import { parse, type DocumentNode } from 'graphql';
import { entryOf, type MutationEntry, type ResourceEntry } from './resourceTable';

/** What react-admin asks, reduced to what this file reads. */
export interface RequestParams {
  id?: string | number;
  ids?: (string | number)[];
  target?: string;
  filter?: Record<string, unknown>;
  sort?: { field: string; order: string };
  pagination?: { page: number; perPage: number };
  data?: Record<string, unknown>;
}

interface BuiltQuery {
  query: DocumentNode;
  variables: Record<string, unknown>;
  parseResponse: (response: { data?: { r: unknown } | null }) => unknown;
}

interface PageOf {
  nodes: { id: string }[];
  totalCount?: number;
}

const parsed = new Map<string, DocumentNode>();
function documentOf(text: string): DocumentNode {
  const known = parsed.get(text);
  if (known) return known;
  const document = parse(text);
  parsed.set(text, document);
  return document;
}

export function listText(entry: ResourceEntry): string {
  return `query List($filter: ${entry.type}Filter, $orderBy: [${entry.type}Order!], $limit: Int, $offset: Int) {
    r: ${entry.list}(filter: $filter, orderBy: $orderBy, limit: $limit, offset: $offset) { nodes { ${entry.row} } totalCount }
  }`;
}

export function oneText(entry: ResourceEntry): string {
  return `query One($id: ID!) { r: ${entry.one}(id: $id) { ${entry.detail ?? entry.row} } }`;
}

export function mutationText(entry: ResourceEntry, mutation: MutationEntry): string {
  const declared = Object.entries(mutation.variables).map(([name, type]) => `$${name}: ${type}`);
  const passed = Object.keys(mutation.variables).map((name) => `${name}: $${name}`);
  return `mutation Write(${declared.join(', ')}) { r: ${mutation.name}(${passed.join(', ')}) { ${entry.row} } }`;
}

/**
 * Filters live in the URL as plain values: a scalar means "equals", an array "one of", and an object is already an
 * operator (`{ gte: '2025-11-01' }`). `search` is the folded text search of every list.
 */
export function filterOf(filter: Record<string, unknown> = {}): Record<string, unknown> | undefined {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([field, value]) => {
      if (field === 'search') return [field, value];
      if (Array.isArray(value)) return [field, { in: value }];
      return [field, typeof value === 'object' ? value : { eq: value }];
    });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** `village.name` → `VILLAGE_NAME`, `visitedAt` → `VISITED_AT`. */
export const orderFieldOf = (field: string): string =>
  field
    .replace(/\./g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase();

function listQuery(
  entry: ResourceEntry,
  params: RequestParams,
  extraFilter?: Record<string, unknown>,
): BuiltQuery {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 100 };
  const sorted = params.sort && params.sort.field && params.sort.field !== 'id' ? params.sort : undefined;
  return {
    query: documentOf(listText(entry)),
    variables: {
      filter: filterOf({ ...params.filter, ...extraFilter }),
      orderBy: sorted ? [{ field: orderFieldOf(sorted.field), direction: sorted.order }] : undefined,
      limit: perPage,
      offset: (page - 1) * perPage,
    },
    parseResponse: (response) => {
      const answer = response.data?.r as PageOf;
      return { data: answer.nodes, total: answer.totalCount };
    },
  };
}

function mutationQuery(
  entry: ResourceEntry,
  mutation: MutationEntry | undefined,
  params: RequestParams,
): BuiltQuery {
  if (!mutation) throw new Error(`${entry.type} has no such mutation`);
  const id = params.id === undefined ? undefined : String(params.id);
  return {
    query: documentOf(mutationText(entry, mutation)),
    variables: mutation.toVariables(params.data ?? {}, id),
    parseResponse: (response) => ({ data: response.data?.r }),
  };
}

/** One builder for every resource: react-admin's verb and the table entry decide the document. */
export function buildQuery(verb: string, resource: string, params: RequestParams): BuiltQuery {
  const entry = entryOf(resource);
  switch (verb) {
    case 'GET_LIST':
      return listQuery(entry, params);
    case 'GET_MANY':
      return listQuery(entry, {}, { id: { in: (params.ids ?? []).map(String) } });
    case 'GET_MANY_REFERENCE':
      return listQuery(entry, params, { [params.target ?? 'id']: params.id });
    case 'GET_ONE':
      return {
        query: documentOf(oneText(entry)),
        variables: { id: String(params.id) },
        parseResponse: (response) => ({ data: response.data?.r }),
      };
    case 'CREATE':
      return mutationQuery(entry, entry.create, params);
    case 'UPDATE':
      return mutationQuery(entry, entry.update, params);
    default:
      throw new Error(`${verb} is not offered for ${resource}`);
  }
}

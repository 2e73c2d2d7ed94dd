import { beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { createSchema } from '../http/schema.js';
import type { Problem } from './error.js';
import { assertGuarded, guard } from './guard.js';
import { anonymous, identityOfKey, identityOfSession, type Identity, type SessionRow } from './identity.js';
import { createLivePubSub } from './live.js';

let schema: GraphQLSchema;
let leader: Identity;
let office: Identity;
let council: Identity;

// The years in which people were born are for those who manage people: the Office may, the leader may not.
beforeAll(() => {
  schema = createSchema(createLivePubSub());
  [leader, office, council] = [holding('LEADER'), holding('OFFICE'), holding('COUNCIL_MEMBER')];
});

/** Somebody with this role who has just signed in. */
function holding(role: string, more: Partial<SessionRow> = {}): Identity {
  return identityOfSession({
    session_id: 's',
    account_id: 'a',
    person_id: 'p',
    commune_id: 1,
    login: 'x',
    positions: [{ role, orgUnitId: 1 }],
    state: 'FULL',
    confirmed_at: new Date().toISOString(),
    rotate: false,
    viewing: false,
    ...more,
  });
}

/** The key of the refusal, or "allowed". */
function judge(
  identity: Identity,
  text: string,
  variables: Record<string, unknown> = {},
  key?: string,
): string {
  const document = parse(text);
  try {
    guard(schema, { document, node: getOperationAST(document)!, key }, variables, identity);
    return 'allowed';
  } catch (error) {
    return (error as Problem).key ?? (error as Error).message;
  }
}

describe('a forbidden field', () => {
  test.each([
    ['plainly', '{ people { nodes { fullName birthYear } } }'],
    [
      'beside what is allowed',
      '{ orgUnits { totalCount } plans { totalCount } people { nodes { birthYear } } }',
    ],
    ['under another name', '{ people { nodes { fullName: birthYear } } }'],
    ['by a fragment', 'query { people { nodes { ...who } } } fragment who on Person { fullName birthYear }'],
    [
      'by a fragment in a fragment',
      'query { people { ...page } } fragment page on PersonPage { nodes { ...who } } fragment who on Person { birthYear }',
    ],
    ['by an inline fragment', '{ people { nodes { ... on Person { birthYear } } } }'],
    ['only if asked', 'query ($yes: Boolean = false) { people { nodes { birthYear @include(if: $yes) } } }'],
    ['deep below another type', '{ teams { nodes { members { person { birthYear } } } } }'],
    ['in a filter', '{ people(filter: { birthYear: { lt: 1960 } }) { totalCount } }'],
    [
      'in a filter in a filter',
      '{ people(filter: { or: [{ not: { birthYear: { isNull: true } } }] }) { totalCount } }',
    ],
    ['in an order', '{ people(orderBy: [{ field: BIRTH_YEAR }]) { totalCount } }'],
    [
      'in the default of a variable',
      'query ($by: [PersonOrder!] = [{ field: BIRTH_YEAR }]) { people(orderBy: $by) { totalCount } }',
    ],
  ])('asked for %s refuses the whole operation', (_, text) => {
    expect(judge(leader, text)).toBe('NOT_ALLOWED');
    expect(judge(anonymous, text)).toBe('NOT_SIGNED_IN');
    expect(judge(office, text)).toBe('allowed');
  });

  const byOrder = 'query ($by: [PersonOrder!]) { people(orderBy: $by) { totalCount } }';
  const byField = 'query ($field: PersonOrderField!) { people(orderBy: [{ field: $field }]) { totalCount } }';
  const byFilter = 'query ($filter: PersonFilter) { people(filter: $filter) { totalCount } }';
  const byPart = 'query ($part: PersonFilter!) { people(filter: { and: [$part] }) { totalCount } }';
  test.each<[string, string, Record<string, unknown>]>([
    ['an order', byOrder, { by: [{ field: 'SORT_NAME' }, { field: 'BIRTH_YEAR' }] }],
    ['an order that is not a list', byOrder, { by: { field: 'BIRTH_YEAR' } }],
    ['the field of an order', byField, { field: 'BIRTH_YEAR' }],
    ['a filter', byFilter, { filter: { birthYear: { eq: 1960 } } }],
    ['a filter in a filter', byFilter, { filter: { and: [{ or: [{ not: { birthYear: { eq: 1960 } } }] }] } }],
    ['a filter in a filter that is not a list', byFilter, { filter: { and: { birthYear: { eq: 1960 } } } }],
    ['a part of a filter', byPart, { part: { birthYear: { eq: 1960 } } }],
  ])('in %s given as a variable refuses the whole operation', (_, text, variables) => {
    expect(judge(leader, text, variables)).toBe('NOT_ALLOWED');
    expect(judge(office, text, variables)).toBe('allowed');
  });

  test('is refused again from memory, and an allowed use of the same document is not', () => {
    for (let time = 0; time < 2; time++) {
      expect(judge(leader, byOrder, { by: [{ field: 'BIRTH_YEAR' }] }, 'hash-1')).toBe('NOT_ALLOWED');
      expect(judge(leader, byOrder, { by: [{ field: 'SORT_NAME' }] }, 'hash-1')).toBe('allowed');
      expect(judge(council, byOrder, { by: [{ field: 'SORT_NAME' }] }, 'hash-1')).toBe('NOT_ALLOWED');
    }
  });

  test('in variables that fit no input is the caller’s mistake, not a way around', () => {
    expect(judge(leader, byOrder, { by: [{ field: 'NOPE' }] })).toMatch(/^Variable "\$by" got invalid value/);
  });
});

describe('what nobody has to be somebody for', () => {
  test('is one’s own name, signing in and the type names; not the schema', () => {
    expect(judge(anonymous, '{ __typename me { login commune { name } } }')).toBe('allowed');
    expect(judge(anonymous, 'mutation { signIn(login: "a", password: "b") { person { fullName } } }')).toBe(
      'allowed',
    );
    expect(judge(anonymous, '{ __schema { types { name } } }')).toBe('NOT_SIGNED_IN');
    expect(judge(anonymous, '{ me { login } __type(name: "Person") { name } }')).toBe('NOT_SIGNED_IN');
    expect(judge(council, '{ __schema { types { name } } }')).toBe('allowed');
  });

  test('a home is not reached by the back door of what may be read', () => {
    expect(judge(council, '{ orgUnits { nodes { team { id } } } }')).toBe('NOT_ALLOWED');
    expect(judge(council, '{ orgUnits { nodes { team { __typename } } } }')).toBe('NOT_ALLOWED');
    expect(judge(council, '{ orgUnits { nodes { name } } }')).toBe('allowed');
  });
});

describe('whoever is not in all the way', () => {
  test.each(['NEEDS_CODE', 'NEEDS_FACTOR'] as const)('may do as little as nobody: %s', (state) => {
    const pending = holding('OFFICE', { state });
    expect(judge(pending, '{ people { totalCount } }')).toBe('NOT_SIGNED_IN');
    expect(judge(pending, '{ __schema { types { name } } }')).toBe('NOT_SIGNED_IN');
    expect(judge(pending, '{ me { login } }')).toBe('allowed');
  });
});

describe('whoever looks as another role', () => {
  const rename = 'mutation { renameOrgUnit(id: "1", name: "x") { id } }';

  test('sees what it sees and changes nothing', () => {
    const viewing = holding('ADMIN', { viewing: true });
    expect(judge(viewing, '{ people { totalCount } }')).toBe('allowed');
    expect(judge(viewing, rename)).toBe('VIEWING_ONLY');
    expect(judge(holding('ADMIN'), rename)).toBe('allowed');
  });
});

describe('what needs a fresh proof', () => {
  const rename = 'mutation { renameOrgUnit(id: "1", name: "x") { id } }';
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  beforeAll(() => {
    const field = schema.getMutationType()!.getFields()['renameOrgUnit']!;
    field.extensions = { ...field.extensions, fresh: true };
  });

  test('is allowed for ten minutes after it', () => {
    expect(judge(holding('ADMIN', { confirmed_at: minutesAgo(9) }), rename)).toBe('allowed');
    expect(judge(holding('ADMIN', { confirmed_at: minutesAgo(11) }), rename)).toBe('CONFIRM_IDENTITY');
  });

  test('tells nobody without the right that a proof would help', () => {
    expect(judge(anonymous, rename)).toBe('NOT_SIGNED_IN');
    expect(judge(holding('LEADER', { confirmed_at: minutesAgo(11) }), rename)).toBe('NOT_ALLOWED');
  });

  test('is nothing for a key, which can prove nothing', () => {
    const row = { key_id: 'k', account_id: 'a', person_id: 'p', commune_id: 1, login: 'x' };
    const positions = [{ role: 'ADMIN', orgUnitId: 1 }];
    expect(judge(identityOfKey({ ...row, positions, scopes: ['org:manage', 'org:read'] }), rename)).toBe(
      'NOT_ALLOWED',
    );
  });
});

describe('a key', () => {
  const row = { key_id: 'k', account_id: 'a', person_id: 'p', commune_id: 1, login: 'x' };
  const key = (role: string, scopes: string[]) =>
    identityOfKey({ ...row, positions: [{ role, orgUnitId: 1 }], scopes });

  test('does what its owner may do, and of that only its scopes', () => {
    const query = '{ people { nodes { fullName birthYear } } }';
    expect(judge(key('OFFICE', ['person:read', 'person:manage']), query)).toBe('allowed');
    expect(judge(key('OFFICE', ['person:read']), query)).toBe('NOT_ALLOWED');
    expect(judge(key('LEADER', ['person:read', 'person:manage']), query)).toBe('NOT_ALLOWED');
  });
});

describe('at boot', () => {
  test('an operation and a type without a policy are refused', () => {
    const query = schema.getQueryType()!.getFields()['people']!;
    const { extensions } = query;
    query.extensions = {};
    expect(() => assertGuarded(schema)).toThrow('Operation people has no policy');
    query.extensions = { needs: 'person:sing' };
    expect(() => assertGuarded(schema)).toThrow('Operation people has no policy');
    query.extensions = extensions;
    const person = schema.getType('Person')!;
    const held = person.extensions;
    person.extensions = {};
    expect(() => assertGuarded(schema)).toThrow('Type Person has no policy');
    person.extensions = held;
    expect(() => assertGuarded(schema)).not.toThrow();
  });
});

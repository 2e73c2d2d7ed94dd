// The one guard before every operation, whatever carries it (HTTP, SSE, saved operation). It walks the
// document and the coerced variables against what the caller's abilities may call and read; one forbidden
// field refuses the whole. Boot fails on an operation or a type that has no policy.
import {
  GraphQLError,
  TypeInfo,
  getNamedType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  visit,
  visitWithTypeInfo,
  typeFromAST,
  isInputType,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { kernelErrors, problem } from './error.js';
import { confirmedUntil, type Identity } from './identity.js';
import { anyone, everyAction, refusalFor, signedIn } from './policy.js';

type Extended = { extensions?: Readonly<Record<string, unknown>> | null };

function extension(of: Extended | undefined, name: 'needs' | 'readers'): string | undefined {
  return of?.extensions?.[name] as string | undefined;
}

interface RevealedField {
  /** The input that reveals it: "HouseholdFilter.phone", "HouseholdOrderField.PHONE". */
  input: string;
  type: string;
  field: string;
}

const revealed: RevealedField[] = [];

/** Says that using an input (a filter, an order, a group) tells something about a field of a type. */
export function revealsField(input: string, of: { type: string; field: string }): void {
  revealed.push({ input, ...of });
}

/** What such an input needs is what reading the field itself needs; resolved once the schema is there. */
const guardedInputs = new Map<string, string>();

function guardRevealed(schema: GraphQLSchema): void {
  guardedInputs.clear();
  for (const { input, type, field } of revealed) {
    const shown = schema.getType(type);
    if (!isObjectType(shown))
      throw new Error(`${input} reveals a field of ${type}, which is no type of the API`);
    const fields = shown.getFields();
    // A reference is filtered by its id and read as what it points to.
    const exposed = fields[field] ?? fields[field.replace(/Id$/, '')];
    const action = extension(exposed, 'readers') ?? extension(shown, 'readers');
    if (action) guardedInputs.set(input, action);
  }
}

/** Whether the caller may use an input that tells of a field, where the choice is left to us: a column of an export. */
export function mayUseInput({ abilities }: Pick<Identity, 'abilities'>, input: string): boolean {
  const action = guardedInputs.get(input);
  return action === undefined || action === signedIn || abilities.has(action);
}

/** Throws at boot unless every operation names its action and every type its readers. */
export function assertGuarded(schema: GraphQLSchema): void {
  guardRevealed(schema);
  const known = new Set([anyone, signedIn, ...everyAction().map(({ action }) => action)]);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const needs = extension(field, 'needs');
      if (!needs || !known.has(needs))
        throw new Error(`Operation ${field.name} has no policy (@Allow): ${needs}`);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || roots.includes(type)) continue;
    const readers = extension(type, 'readers');
    if (!readers || !known.has(readers))
      throw new Error(`Type ${type.name} has no policy (@Readers): ${readers}`);
  }
}

const cacheSize = 1_000;
const needed = new WeakMap<GraphQLSchema, Map<string, ReadonlySet<string>>>();

/** Refuses the operation unless the caller may call and read all of it. */
export function guard(
  schema: GraphQLSchema,
  operation: { document: DocumentNode; node: OperationDefinitionNode; key?: string | undefined },
  variables: Record<string, unknown>,
  identity: Identity,
): void {
  for (const action of actionsOfDocument(schema, operation.document, operation.key)) demand(identity, action);
  for (const action of actionsOfVariables(schema, operation.node, variables)) demand(identity, action);
}

// Demands that are no actions of a module. They travel with the actions of a document.
const fresh = 'fresh';
const notViewing = 'not-viewing';

function demand(identity: Identity, action: string): void {
  if (action === fresh) return demandFresh(identity);
  if (action === notViewing) {
    if (identity.viewing) throw problem(kernelErrors.VIEWING_ONLY);
    return;
  }
  const isIn = identity.kind === 'person' || identity.kind === 'job';
  if (identity.abilities.has(action) || (action === signedIn && isIn)) return;
  throw refusalFor(identity);
}

// System time, as sessions live in it.
function demandFresh(identity: Identity): void {
  if (identity.kind !== 'person' || identity.apiKeyId !== null) throw refusalFor(identity);
  const until = confirmedUntil(identity);
  if (!until || Date.now() > until.getTime()) throw problem(kernelErrors.CONFIRM_IDENTITY);
}

// The document part does not depend on the caller, so it is walked once per document.
function actionsOfDocument(schema: GraphQLSchema, document: DocumentNode, key?: string): ReadonlySet<string> {
  const cache = needed.get(schema) ?? new Map<string, ReadonlySet<string>>();
  needed.set(schema, cache);
  const known = key === undefined ? undefined : cache.get(key);
  if (known) return known;
  const actions = walkDocument(schema, document);
  if (cache.size >= cacheSize) cache.clear();
  if (key !== undefined) cache.set(key, actions);
  return actions;
}

function walkDocument(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const actions = new Set<string>();
  const info = new TypeInfo(schema);
  const add = (action: string | undefined) => action && actions.add(action);
  let isFresh = false;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        if (node.name.value === '__schema' || node.name.value === '__type') return add(signedIn) && undefined;
        const field = info.getFieldDef();
        isFresh ||= field?.extensions?.['fresh'] === true;
        if (info.getParentType() === schema.getMutationType() && !field?.extensions?.['whileViewing'])
          add(notViewing);
        add(
          extension(field ?? undefined, 'needs') ??
            extension(field ?? undefined, 'readers') ??
            extension(info.getParentType() ?? undefined, 'readers'),
        );
        return undefined;
      },
      EnumValue(node) {
        add(guardedInputs.get(`${getNamedType(info.getInputType())?.name}.${node.value}`));
      },
      ObjectField(node) {
        add(guardedInputs.get(`${getNamedType(info.getParentInputType())?.name}.${node.name.value}`));
      },
    }),
  );
  // Last: a proof is asked of those only who have the right.
  if (isFresh) add(fresh);
  return actions;
}

function actionsOfVariables(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  raw: Record<string, unknown>,
): Set<string> {
  const actions = new Set<string>();
  const definitions = node.variableDefinitions ?? [];
  const guarded = definitions.filter((definition) => {
    const type = typeFromAST(schema, definition.type as never);
    return isInputType(type) && (isInputObjectType(getNamedType(type)) || isEnumType(getNamedType(type)));
  });
  if (guarded.length === 0 || guardedInputs.size === 0) return actions;
  const { coerced, errors } = getVariableValues(schema, definitions, raw, { maxErrors: 5 });
  if (!coerced) throw new GraphQLError(errors[0]!.message, { extensions: { code: 'BAD_USER_INPUT' } });
  for (const definition of guarded) {
    collect(
      typeFromAST(schema, definition.type as never) as GraphQLInputType,
      raw[definition.variable.name.value],
      actions,
    );
  }
  return actions;
}

function collect(type: GraphQLInputType, value: unknown, actions: Set<string>): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) return collect(type.ofType, value, actions);
  if (isListType(type)) return [value].flat().forEach((item) => collect(type.ofType, item, actions));
  if (isEnumType(type)) {
    const action = guardedInputs.get(`${type.name}.${value as string}`);
    if (action) actions.add(action);
  }
  if (!isInputObjectType(type)) return;
  for (const [name, inner] of Object.entries(value)) {
    const action = guardedInputs.get(`${type.name}.${name}`);
    if (action) actions.add(action);
    const field = type.getFields()[name];
    if (field) collect(field.type, inner, actions);
  }
}

/** How a caller gets at a field: the shortest way from a query, over nothing but what they may read where there is one. */
import {
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { has, type Caller } from './caller.js';
import { needsOf } from './model.js';
import { operationNeeds } from './operations.js';
import { schema } from './oracle.js';

type Field = GraphQLField<unknown, unknown>;

/** A way to a type: fields from the query down, with their arguments. */
interface Way {
  steps: string[];
  /** Whether the caller may call and read all of it, up to the type's own fields. */
  open: boolean;
}

const roots = new Set<unknown>([
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
]);

/** Every type with fields to read. */
export const readTypes: GraphQLObjectType[] = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) && !isIntrospectionType(type) && !isInterfaceType(type) && !roots.has(type),
);

const leadsTo = (field: Field): GraphQLObjectType | null => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};

/** The way of each type for this caller. `args` gives the arguments of queries that cannot do without. */
export function waysOf(caller: Caller, args: Record<string, string>): Map<string, Way> {
  const ways = new Map<string, Way>();
  const queries = Object.values(schema.getQueryType()!.getFields()).filter(
    (field) => args[field.name] !== undefined || !field.args.some(isRequiredArgument),
  );
  // First over open doors only, then over all: a way that is shut at its last step alone shows that step's lock.
  for (const onlyOpen of [true, false]) {
    const queue: [GraphQLObjectType, Way][] = queries.flatMap((field): [GraphQLObjectType, Way][] => {
      const [type, open] = [leadsTo(field), has(caller, operationNeeds(field.name))];
      return type && (open || !onlyOpen)
        ? [[type, { steps: [`${field.name}${args[field.name] ?? ''}`], open }]]
        : [];
    });
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [type, way] = next;
      const known = ways.get(type.name);
      if (known && (known.open || !way.open)) continue;
      ways.set(type.name, way);
      for (const field of Object.values(type.getFields())) {
        const below = leadsTo(field);
        const open = way.open && has(caller, needsOf(type.name, field.name));
        if (below && !field.args.some(isRequiredArgument) && (open || !onlyOpen))
          queue.push([below, { steps: [...way.steps, field.name], open }]);
      }
    }
  }
  return ways;
}

/** The document that selects this at the end of a way. */
export function documentOf({ steps }: Way, selected: string): string {
  return `{ ${steps.join(' { ')} { ${selected} }${' }'.repeat(steps.length)}`;
}

/** A field as it is selected: with what is below it, of which the type alone says enough. */
export const selected = (field: Field): string =>
  leadsTo(field) ? `${field.name} { __typename }` : field.name;

/** The fields that a document selects, as "Type.field". */
export function fieldsSelected(document: string): string[] {
  const found: string[] = [];
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field: ({ name }) => void found.push(`${info.getParentType()!.name}.${name.value}`),
    }),
  );
  return found;
}

/** What a document asks for: its operations, every field it selects, and what its filters, orders and groups give away. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isObjectType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Needs } from './caller.js';
import { foretoldOf, modelOf, needsOf, type Row } from './model.js';
import { fieldOf } from './text.js';
import { foretold, operationNeeds } from './operations.js';

/** "HouseholdFilter" and "adults" tell something of Household.adults; "villageId" tells of its village. */
function needsOfInput(schema: GraphQLSchema, input: string, name: string): Needs | undefined {
  const [, type, what] = /^(\w+?)(Filter|OrderField|GroupField|Column)$/.exec(input) ?? [];
  const model = type === undefined ? undefined : modelOf(type);
  if (!model || type === undefined || ['and', 'or', 'not', 'search'].includes(name)) return undefined;
  const field = what === 'Filter' ? name : fieldOf(name);
  const shown = schema.getType(type);
  if (!isObjectType(shown)) return model.needs;
  const known = [field, field.replace(/Id$/, '')].find((each) => each in shown.getFields());
  return known === undefined ? model.needs : needsOf(type, known);
}

interface Examined {
  /** All that whoever sends it must have. */
  needs: Needs[];
  /** Whether the oracle foretells the whole answer. */
  foretold: boolean;
  operations: string[];
}

export function examine(schema: GraphQLSchema, document: DocumentNode, variables: Row): Examined {
  const found = new Set<Needs>();
  const operations: string[] = [];
  let isForetold = true;
  const add = (needs: Needs | undefined) => void (needs && found.add(needs));
  const info = new TypeInfo(schema);
  const roots = new Set<unknown>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);

  function addValue(type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    if (isNonNullType(type)) return addValue(type.ofType, value);
    if (isListType(type)) return [value].flat().forEach((each) => addValue(type.ofType, each));
    if (isEnumType(type)) add(needsOfInput(schema, type.name, value as string));
    if (!isInputObjectType(type)) return undefined;
    for (const [name, inner] of Object.entries(value as Row)) {
      add(needsOfInput(schema, type.name, name));
      addValue(type.getFields()[name]!.type, inner);
    }
    return undefined;
  }

  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name: { value: name } }) {
        const parent = info.getParentType()!;
        if (name === '__schema' || name === '__type') return add('signed in');
        if (parent.name.startsWith('__')) return undefined;
        if (roots.has(parent)) {
          if (name === '__typename') return undefined;
          add(operationNeeds(name));
          operations.push(name);
          isForetold &&= foretold(name);
        } else {
          add(needsOf(parent.name, name));
          isForetold &&= foretoldOf(parent.name, name);
        }
        return undefined;
      },
      ObjectField({ name }) {
        add(needsOfInput(schema, getNamedType(info.getParentInputType())!.name, name.value));
      },
      EnumValue({ value }) {
        add(needsOfInput(schema, getNamedType(info.getInputType())!.name, value));
      },
      VariableDefinition({ variable, type }) {
        const wanted = typeFromAST(schema, type as never);
        if (isInputType(wanted)) addValue(wanted, variables[variable.name.value]);
      },
    }),
  );
  return { needs: [...found], foretold: isForetold, operations };
}

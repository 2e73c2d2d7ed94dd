/** Random queries over the schema: lists with filters, orders and pages, counts, single rows, and what hangs from them. */
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { has, type Caller } from './caller.js';
import type { World } from './facts.js';
import { foretoldOf, modelOf, needsOf, rowModelOf, type Row } from './model.js';
import { fieldOf } from './text.js';
import { foretold, operationNeeds } from './operations.js';
import { schema } from './oracle.js';

type Gen = fc.GeneratorValue;
type Field = GraphQLField<unknown, unknown>;

interface Maker {
  g: Gen;
  world: World;
  /** Whether a field may be asked for: what this caller may read, or, now and then, anything. */
  wanted(type: string, field: string): boolean;
}

// Everything is chosen by a number: a generator that is shown parts of the schema would compare them.
const upTo = ({ g }: Maker, max: number): number => g(fc.nat, { max });
const pick = <T>(maker: Maker, values: readonly T[]): T => values[upTo(maker, values.length - 1)]!;
const chance = (maker: Maker, percent: number): boolean => upTo(maker, 99) < percent;

/** A few different ones, at least one; none of an empty list. */
function some<T>(maker: Maker, values: readonly T[], most: number): T[] {
  const left = [...values];
  const count = Math.min(1 + upTo(maker, most - 1), values.length);
  return Array.from({ length: count }, () => left.splice(upTo(maker, left.length - 1), 1)[0]!);
}

const queries = () => Object.values(schema.getQueryType()!.getFields());

/** A query that this caller may send; in one of eight there may be something that they may not. */
export function randomQuery(g: Gen, world: World, caller: Caller): string {
  const careless = g(fc.nat, { max: 7 }) === 7;
  const maker: Maker = {
    g,
    world,
    wanted: (type, field) => careless || has(caller, needsOf(type, field)),
  };
  const known = queries().filter(({ name }) => foretold(name));
  const mine = known.filter(({ name }) => careless || has(caller, operationNeeds(name)));
  const [first, second] = [pick(maker, mine), chance(maker, 20) ? pick(maker, mine) : undefined];
  const named = (alias: string, field: Field) => `${alias}_${field.name}: ${call(maker, field)}`;
  return `{ ${named('a', first)}${second ? ` ${named('b', second)}` : ''} }`;
}

function call(maker: Maker, field: Field): string {
  const returned = getNamedType(field.type) as GraphQLObjectType;
  const table = rowsOf(maker, returned.name);
  const args = field.args.flatMap(({ name, type }) => {
    const input = getNamedType(type);
    if (name === 'id') return [`id: ${JSON.stringify(String(pick(maker, table)['id']))}`];
    if (name === 'filter' && chance(maker, 70))
      return [`filter: ${filter(maker, input as GraphQLInputObjectType, table)}`];
    if (name === 'first' && !field.args.some(({ name }) => name === 'limit') && chance(maker, 60))
      return [`first: ${upTo(maker, 12)}`];
    if (name === 'orderBy' && chance(maker, 60))
      return [`orderBy: ${order(maker, input as GraphQLInputObjectType)}`];
    if (name === 'limit' && chance(maker, 60)) return [`limit: ${upTo(maker, 12)}`];
    if (name === 'offset' && chance(maker, 40)) return [`offset: ${upTo(maker, 9)}`];
    if (name === 'bucket' && chance(maker, 50)) return [`bucket: ${pick(maker, ['DAY', 'WEEK', 'MONTH'])}`];
    if (name === 'groupBy' && chance(maker, 70))
      return [`groupBy: [${groups(maker, returned.name, input).join(', ')}]`];
    return [];
  });
  const given = args.length > 0 ? `(${args.join(', ')})` : '';
  return `${field.name}${given} ${selection(maker, returned, 3)}`;
}

function rowsOf({ world }: Maker, type: string): Row[] {
  const table = rowModelOf(type)?.table;
  return table ? world[table] : type === 'HistoryPage' ? world.event : [];
}

function groups(maker: Maker, type: string, input: unknown): string[] {
  if (!isEnumType(input)) return [];
  const values = input.getValues().filter(({ name }) => maker.wanted(type, fieldOf(name)));
  return some(maker, values, 2).map(({ name }) => name);
}

// ── What is selected ──

function selection(maker: Maker, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      foretoldOf(type.name, field.name) &&
      maker.wanted(type.name, field.name) &&
      (isLeafType(getNamedType(field.type)) || (depth > 0 && leadsOn(maker, field))),
  );
  const chosen = some(maker, fields, 5);
  // A page without its rows says little.
  const nodes = fields.find(({ name }) => name === 'nodes');
  if (nodes && !chosen.includes(nodes)) chosen.push(nodes);
  if (chosen.length === 0) return '{ __typename }';
  return `{ ${chosen.map((field) => `${field.name}${deeper(maker, field, depth)}`).join(' ')} }`;
}

/** Whether a type has anything that the oracle can foretell. */
function leadsOn(maker: Maker, field: Field): boolean {
  const type = getNamedType(field.type);
  return (
    isObjectType(type) &&
    modelOf(type.name) !== undefined &&
    Object.keys(type.getFields()).some((name) => foretoldOf(type.name, name) && maker.wanted(type.name, name))
  );
}

function deeper(maker: Maker, field: Field, depth: number): string {
  const type = getNamedType(field.type);
  const args =
    field.args.some(({ name }) => name === 'limit') && chance(maker, 50) ? `(limit: ${upTo(maker, 3)})` : '';
  if (!isObjectType(type)) return args;
  const isPage = field.name === 'nodes' || field.name === 'pageInfo';
  return `${args} ${selection(maker, type, isPage ? depth : depth - 1)}`;
}

// ── Which rows, in which order ──

function order(maker: Maker, input: GraphQLInputObjectType): string {
  const fields = getNamedType(input.getFields()['field']!.type);
  if (!isEnumType(fields)) throw new Error(`${input.name} orders by no enum`);
  const type = input.name.replace(/Order$/, '');
  const values = fields
    .getValues()
    .filter(({ name }) => maker.wanted(type, fieldOf(name)) && foretoldOf(type, fieldOf(name)));
  const steps = some(maker, values, 2).map(
    ({ name }) =>
      `{ field: ${name}${chance(maker, 60) ? `, direction: ${pick(maker, ['ASC', 'DESC'])}` : ''} }`,
  );
  return `[${steps.join(', ')}]`;
}

const mostLevels = 3;

interface Filtering {
  world: World;
  caller: Caller;
  input: GraphQLInputObjectType;
  rows: Row[];
}

/** A filter that this caller may use. */
export function randomFilter(g: Gen, { world, caller, input, rows }: Filtering): string {
  const wanted = (type: string, field: string) => has(caller, needsOf(type, field));
  return filter({ g, world, wanted }, input, rows);
}

/** A filter that says something of rows that there are: of both communes, so that foreign ids are among them. */
function filter(maker: Maker, input: GraphQLInputObjectType, rows: Row[], level = 0): string {
  const type = input.name.replace(/Filter$/, '');
  if (!modelOf(type)) return plainFilter(maker, input, rows);
  const names = Object.keys(input.getFields()).filter((name) =>
    ['and', 'or', 'not'].includes(name)
      ? level < mostLevels
      : maker.wanted(type, name) && foretoldOf(type, name),
  );
  const chosen = some(maker, names, 2);
  const parts = chosen.map((name) => {
    const inner = () => filter(maker, input, rows, level + 1);
    if (name === 'and' || name === 'or')
      return `${name}: [${Array.from({ length: upTo(maker, 2) }, inner).join(', ')}]`;
    if (name === 'not') return `not: ${inner()}`;
    if (name === 'search') return `search: ${JSON.stringify(searchedFor(maker, type, rows))}`;
    const operators = getNamedType(input.getFields()[name]!.type) as GraphQLInputObjectType;
    return `${name}: ${condition(maker, operators, valuesOf(type, name, rows))}`;
  });
  return `{ ${parts.join(', ')} }`;
}

/** Of the history: values as they stand, not conditions on them. */
function plainFilter(maker: Maker, input: GraphQLInputObjectType, rows: Row[]): string {
  const parts = some(maker, Object.values(input.getFields()), 2).map(({ name, type }) => {
    const row = pick(maker, rows);
    const columns: Row = { types: 'type', actorId: 'actorPersonId', from: 'occurredAt', to: 'occurredAt' };
    const value = name === 'search' ? pick(maker, searchWords) : row[(columns[name] as string) ?? name];
    return `${name}: ${isListType(getNullableType(type)) ? `[${JSON.stringify(value)}]` : JSON.stringify(value)}`;
  });
  return `{ ${parts.join(', ')} }`;
}
/** Of what is hidden, of what is masked, of names. */
const searchWords = [
  'Trần Cũ',
  'nguyen',
  '0987000222',
  '987000',
  '0912',
  '1962',
  'hồ',
  'Trưởng DONG cu',
  'phó',
  'x',
];

function valuesOf(type: string, name: string, rows: Row[]): unknown[] {
  const input = modelOf(type)?.inputs?.[name];
  const values = input ? [] : rows.map((row): unknown => row[name]);
  return [...new Set(values.flat())].filter((value) => value !== null && value !== undefined);
}

function searchedFor(maker: Maker, type: string, rows: Row[]): string {
  const model = modelOf(type)!;
  const text = model.searched!(pick(maker, rows), { world: maker.world } as never);
  return some(maker, text.split(' '), 2).join(' ');
}

function condition(maker: Maker, operators: GraphQLInputObjectType, values: unknown[]): string {
  const [operator] = some(maker, Object.values(operators.getFields()), 1);
  const { name, type } = operator!;
  const isEnum = isEnumType(getNamedType(type));
  const literal = (value: unknown) =>
    isEnum || typeof value === 'number' || typeof value === 'boolean'
      ? idSafe(operators.name, value)
      : JSON.stringify(value);
  if (name === 'isNull') return `{ isNull: ${chance(maker, 50)} }`;
  if (values.length === 0) return '{}';
  if (isListType(getNullableType(type)))
    return `{ ${name}: [${chance(maker, 15) ? '' : some(maker, values, 3).map(literal).join(', ')}] }`;
  const value = pick(maker, values);
  if (name === 'contains') return `{ contains: ${JSON.stringify(String(value).slice(upTo(maker, 3)))} }`;
  return `{ ${name}: ${literal(value)} }`;
}

const idSafe = (operators: string, value: unknown) =>
  operators === 'IdFilter' ? JSON.stringify(String(value)) : String(value);

// Operator inputs, one per kind of value, and their translation into MikroORM conditions.
import { Field, Float, ID, InputType, Int, type ClassType } from 'type-graphql';
import { raw } from '@mikro-orm/postgresql';
import { kernelErrors, problem } from './error.js';
import { columnOf } from './naming.js';
import { DateTime, LocalDate } from './scalars.js';
import { fold } from './text.js';

/** A kind of value, or a registered enum object. */
export type FilterKind =
  'id' | 'text' | 'int' | 'date' | 'dateTime' | 'boolean' | 'texts' | { enum: object; name: string };
export type FilterValue = Record<string, unknown>;

const deepest = 3;

const scalar = {
  id: ID,
  text: String,
  int: Int,
  date: LocalDate,
  dateTime: DateTime,
  boolean: Boolean,
  texts: String,
  float: Float,
};
const sentence: Record<string, string> = {
  eq: 'Equal to',
  ne: 'Not equal to',
  in: 'One of these; an empty list matches nothing',
  lt: 'Less than, or earlier than',
  lte: 'At most, or not later than',
  gt: 'Greater than, or later than',
  gte: 'At least, or not earlier than',
  contains: 'Contains this text, with or without diacritics',
  has: 'The list has this',
  isNull: 'Whether it is unknown',
};
const offered: Record<string, string[]> = {
  id: ['eq', 'ne', 'in', 'isNull'],
  text: ['eq', 'ne', 'in', 'contains', 'isNull'],
  int: ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  date: ['eq', 'lt', 'lte', 'gt', 'gte', 'isNull'],
  dateTime: ['lt', 'lte', 'gt', 'gte', 'isNull'],
  boolean: ['eq', 'isNull'],
  texts: ['has'],
  enum: ['eq', 'ne', 'in'],
};

const made = new Map<string, ClassType<object>>();

/** The operator input for a kind of value; made once. */
export function operators(kind: FilterKind): ClassType<object> {
  const name =
    typeof kind === 'string' ? `${kind[0]!.toUpperCase()}${kind.slice(1)}Filter` : `${kind.name}Filter`;
  const known = made.get(name);
  if (known) return known;
  const value = typeof kind === 'string' ? scalar[kind] : kind.enum;
  @InputType(name, {
    description: `Conditions on ${typeof kind === 'string' ? `a value of kind ${kind}` : kind.name}`,
  })
  class Operators {}
  for (const operator of offered[typeof kind === 'string' ? kind : 'enum']!) {
    const type = operator === 'isNull' ? () => Boolean : operator === 'in' ? () => [value] : () => value;
    Field(type as never, { nullable: true, description: sentence[operator]! })(Operators.prototype, operator);
  }
  made.set(name, Operators);
  return Operators;
}

const plain: Record<string, string> = {
  eq: '$eq',
  ne: '$ne',
  lt: '$lt',
  lte: '$lte',
  gt: '$gt',
  gte: '$gte',
};

/** LIKE pattern for text anywhere inside; the caller's % and _ are ordinary characters. */
export function likeAnywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** A filter as a MikroORM condition. Refuses more than three levels of and/or/not. */
export function toWhere(
  filter: FilterValue | undefined,
  searchColumn: string | undefined,
  depth = 0,
): object {
  if (!filter) return {};
  if (depth > deepest) throw problem(kernelErrors.FILTER_TOO_DEEP, { depth: deepest });
  const inner = (value: unknown) => toWhere(value as FilterValue, searchColumn, depth + 1);
  const conditions = Object.entries(filter).flatMap(([field, value]): object[] => {
    if (value === null || value === undefined) return [];
    if (field === 'and') return (value as unknown[]).map(inner).filter(saysSomething);
    if (field === 'or') return anyOf((value as unknown[]).map(inner));
    if (field === 'not') return [negated(inner(value))];
    if (field === 'search') return searchWords(value as string, searchColumn!);
    return fieldConditions(field, value as FilterValue);
  });
  return conditions.length === 0 ? {} : { $and: conditions };
}

// A condition without content holds for every row, and MikroORM would leave it out of an "or" or a "not".
const saysSomething = (condition: object) => Object.keys(condition).length > 0;
const nothing = { id: { $in: [] } };

function anyOf(conditions: object[]): object[] {
  if (conditions.length === 0) return [nothing];
  return conditions.every(saysSomething) ? [{ $or: conditions }] : [];
}

function negated(condition: object): object {
  return saysSomething(condition) ? { $not: condition } : nothing;
}

function searchWords(text: string, column: string): object[] {
  const words = fold(text).split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => ({ [column]: { $like: likeAnywhere(word) } }));
}

// Fields are camelCase, columns snake_case; the name comes from our own table of fields, never from a caller.
function foldedColumn(field: string): string {
  return raw((alias) => `folded(${alias}.${columnOf(field)})`) as string;
}

function fieldConditions(field: string, operations: FilterValue): object[] {
  return Object.entries(operations).flatMap(([operator, value]): object[] => {
    if (value === null || value === undefined) return [];
    if (operator === 'isNull') return [{ [field]: value ? null : { $ne: null } }];
    if (operator === 'in') return [{ [field]: { $in: value } }];
    if (operator === 'has') return [{ [field]: { $contains: [value] } }];
    if (operator === 'contains')
      return [{ [foldedColumn(field)]: { $like: likeAnywhere(fold(value as string)) } }];
    return [{ [field]: { [plain[operator]!]: value } }];
  });
}

/**
 * The types of the API in the words of the domain: from which facts their rows come, who reads them, whose rows are
 * whose to see. What is not said here is a column of the same name that whoever reads the type may read.
 */
import type { Caller, Needs } from './caller.js';
import type { World } from './facts.js';
import { accessModel } from './model-access.js';
import { historyModel } from './model-history.js';
import { homesModel } from './model-homes.js';
import { planModel } from './model-plan.js';
import { privacyModel } from './model-privacy.js';

// eslint-disable-next-line typescript/no-explicit-any
export type Row = Record<string, any>;

/** What a field is answered from: the facts, and who asks. */
export interface Ask {
  world: World;
  caller: Caller;
  /** The row of a type by its id, if the caller may see it. */
  one(type: string, id: unknown): Row | null;
  /** The rows of a type that the caller may see. */
  all(type: string): Row[];
}

export interface TypeModel {
  /** Who may select its fields. */
  needs: Needs;
  /** Fields that need something else. */
  fields?: Record<string, Needs>;
  /** The facts that its rows are. */
  table?: keyof World;
  /** What tells a row, when it is not `id`. */
  key?: string;
  /** Whether a row of the caller's own commune is theirs to see. */
  sees?(row: Row, ask: Ask): boolean;
  /** Fields that are no columns. */
  values?: Record<string, (row: Row, ask: Ask, args: Row) => unknown>;
  /** Fields that the oracle does not foretell: sentences, computed figures, the time of now. */
  unforetold?: string[];
  /** What a filter or an order of another name than a column's looks at. */
  inputs?: Record<string, (row: Row, ask: Ask) => unknown>;
  /** What `search` looks into. */
  searched?(row: Row, ask: Ask): string;
  /** How the list stands unless told: "field" or "-field". */
  order?: string[];
}

export const models: Record<string, TypeModel> = {
  ...planModel,
  ...homesModel,
  ...accessModel,
  ...historyModel,
  ...privacyModel,
  PageInfo: { needs: 'anybody', unforetold: ['endCursor'] },
};

/** The model of a type; pages and groups are read by whoever reads their rows. */
export function modelOf(type: string): TypeModel | undefined {
  return models[type] ?? models[type.replace(/(Page|Aggregate)$/, '')];
}

/** The model of the rows in a page or a group, or of the type itself. */
export function rowModelOf(type: string): TypeModel | undefined {
  return models[type.replace(/(Page|Aggregate)$/, '')];
}

/** What one needs to read this field. */
export function needsOf(type: string, field: string): Needs {
  const model = modelOf(type);
  if (!model) throw new Error(`Nobody has judged the type ${type}`);
  return model.fields?.[field] ?? model.needs;
}

/** Whether the oracle says what this field answers, not only who may read it. */
export function foretoldOf(type: string, field: string): boolean {
  const unforetold = modelOf(type)?.unforetold ?? [];
  return field === '__typename' || !(unforetold.includes('*') || unforetold.includes(field));
}

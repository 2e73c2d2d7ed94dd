import { allow, emit, problem, type Context } from '../../kernel/index.js';
import { everyParameter, findParameter, type ParameterDefinition } from './parameter.definition.js';
import { parameterErrors } from './parameter.errors.js';
import { ParameterSet } from './parameter.events.js';
import {
  insertParameter,
  readParameterHistory,
  readParametersOn,
  type StoredParameter,
} from './parameter.queries.js';

/** What a parameter says on a day. */
export async function parameterOn<T>(
  ctx: Context,
  definition: ParameterDefinition<T>,
  day: string,
): Promise<T> {
  const [stored] = await readParametersOn(ctx, [definition.key], day);
  return stored ? definition.shape.parse(stored.value) : definition.default.value;
}

/** A value with the days it holds on, entered or the program's own. */
export interface HeldValue {
  value: unknown;
  legalBasis: string;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  isConfirmed: boolean;
  enteredById: string | null;
  enteredAt: Date | null;
}

export interface HeldParameter extends HeldValue {
  definition: ParameterDefinition;
}

/** Every parameter with its value of today. */
export async function listParameters(ctx: Context): Promise<HeldParameter[]> {
  const definitions = everyParameter();
  const stored = await readParametersOn(
    ctx,
    definitions.map(({ key }) => key),
    ctx.today,
  );
  const byKey = new Map(stored.map((row) => [row.key, row]));
  return definitions.map((definition) => {
    const row = byKey.get(definition.key);
    return { definition, ...(row ? asEntered(row) : asDefault(definition, null)) };
  });
}

/** One parameter with its value of today, or null when no module defines it. */
export async function findHeldParameter(ctx: Context, key: string): Promise<HeldParameter | null> {
  return (await listParameters(ctx)).find(({ definition }) => definition.key === key) ?? null;
}

/** Every value that each of these parameters had, has and will have, the latest first; the default closes the list. */
export async function historyOf(ctx: Context, keys: readonly string[]): Promise<HeldValue[][]> {
  const byKey = Map.groupBy(await readParameterHistory(ctx, keys), ({ key }) => key);
  return keys.map((key) => {
    const rows = byKey.get(key) ?? [];
    const before = asDefault(requireDefinition(key), rows.at(-1)?.validFrom ?? null);
    // A value that was entered for the default's own first day, or an earlier one, leaves it no day to hold on.
    const neverHeld = before.validTo !== null && before.validTo <= before.validFrom;
    return [...rows.map(asEntered), ...(neverHeld ? [] : [before])];
  });
}

function asEntered({ enteredAt, ...row }: StoredParameter): HeldValue {
  return { ...row, isDefault: false, enteredAt: new Date(enteredAt) };
}

function asDefault({ default: initial }: ParameterDefinition, validTo: string | null): HeldValue {
  return { ...initial, validTo, isDefault: true, enteredById: null, enteredAt: null };
}

function requireDefinition(key: string): ParameterDefinition {
  const definition = findParameter(key);
  if (!definition)
    throw problem(parameterErrors.UNKNOWN_PARAMETER, { key: key.slice(0, 60) }, { path: 'input.key' });
  return definition;
}

export interface ParameterEntry {
  key: string;
  value: unknown;
  validFrom: string;
  legalBasis: string;
  isConfirmed: boolean;
}

/**
 * Enters a value that holds from a day on. The one before ends on that day; a later one that was entered already
 * takes over on its own. Errors: UNKNOWN_PARAMETER, PARAMETER_VALUE_NOT_VALID, PARAMETER_WITHOUT_BASIS, PARAMETER_DAY_TAKEN.
 */
export async function setParameter(ctx: Context, entry: ParameterEntry): Promise<HeldParameter> {
  allow(ctx, 'parameter:manage');
  const definition = requireDefinition(entry.key);
  const value = readValue(definition, entry.value);
  const legalBasis = entry.legalBasis.trim();
  if (legalBasis === '')
    throw problem(parameterErrors.PARAMETER_WITHOUT_BASIS, {}, { path: 'input.legalBasis' });
  const { key, validFrom, isConfirmed } = entry;
  const [before] = await readParametersOn(ctx, [key], validFrom);
  const validTo = await insertParameter(ctx, { key, value, legalBasis, isConfirmed, validFrom });
  await emit(ctx, ParameterSet, {
    subject: { type: 'parameter', id: key },
    data: { key, validFrom, validTo },
    detail: {
      before: {
        value: before ? before.value : definition.default.value,
        legalBasis: before?.legalBasis ?? definition.default.legalBasis,
      },
      after: { value, legalBasis },
    },
  });
  return (await findHeldParameter(ctx, key))!;
}

function readValue(definition: ParameterDefinition, value: unknown): unknown {
  const { success, data, error } = definition.shape.safeParse(value);
  if (success) return data;
  const place = error.issues[0]!.path.join('.');
  const args = { title: definition.title.vi, at: place === '' ? '' : `: ${place}` };
  throw problem(parameterErrors.PARAMETER_VALUE_NOT_VALID, args, { path: 'input.value' });
}

/**
 * A number or a list that a rule or a law sets. The module that lives by it defines it, with its shape and with the
 * value that holds until the commune enters one; nobody writes such a value into code that uses it.
 */
import type { z } from 'zod';

export interface Bilingual {
  vi: string;
  en: string;
}

export interface ParameterDefinition<T = unknown> {
  /** `noun-of-the-field`, spelled once. */
  key: string;
  title: Bilingual;
  /** What a number counts; null for what is no number. */
  unit: Bilingual | null;
  shape: z.ZodType<T>;
  default: {
    value: T;
    legalBasis: string;
    /** From when the rule says so, 'YYYY-MM-DD'; before that the default holds as well, for want of another. */
    validFrom: string;
    /** False for what we have not found in a published source: a screen must not state it as law. */
    isConfirmed: boolean;
  };
}

const definitions = new Map<string, ParameterDefinition>();

export function defineParameter<T>(definition: ParameterDefinition<T>): ParameterDefinition<T> {
  if (definitions.has(definition.key)) throw new Error(`Parameter ${definition.key} is defined twice`);
  definition.shape.parse(definition.default.value);
  definitions.set(definition.key, definition);
  return definition;
}

export function everyParameter(): ParameterDefinition[] {
  return [...definitions.values()];
}

export function findParameter(key: string): ParameterDefinition | undefined {
  return definitions.get(key);
}

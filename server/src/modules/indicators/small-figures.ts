/** Who sees small counts, and what those who do not see of the days gone by. */
import { z } from 'zod';
import { may, type Context } from '../../kernel/index.js';
import { defineParameter, parameterOn } from '../parameters/index.js';
import { householdIndicators } from './catalogue/index.js';
import { readHistoryTable } from './indicator.queries.js';
import { findHiddenBefore, keyOf } from './small-history.js';

const smallestShownCount = defineParameter({
  key: 'smallest-shown-count',
  title: {
    vi: 'Số nhỏ nhất được hiện ở góc nhìn của thành phố và công khai',
    en: 'Smallest count shown to the city and to the public',
  },
  unit: null,
  shape: z.int().min(2).max(100),
  default: {
    value: 5,
    legalBasis: 'Quy ước của hệ thống, không phải quy định của pháp luật; UBND xã quyết định',
    validFrom: '2025-01-01',
    isConfirmed: true,
  },
});

/** The smallest count that this caller may see; null for those who see every count. */
export async function smallestCountFor(ctx: Context): Promise<number | null> {
  return may(ctx, 'figure:small') ? null : parameterOn(ctx, smallestShownCount, ctx.today);
}

/** Says of a unit's figure of a day whether it is hidden from the caller. */
export type IsHidden = (figure: { unitId: number; code: string; onDate: string }) => boolean;

const known = new WeakMap<Context, Promise<IsHidden>>();

/** For callers who may not see small counts; read once in a piece of work. */
export function hiddenFigures(ctx: Context, smallest: number): Promise<IsHidden> {
  const asked = known.get(ctx) ?? readHidden(ctx, smallest);
  known.set(ctx, asked);
  return asked;
}

async function readHidden(ctx: Context, smallest: number): Promise<IsHidden> {
  // The register counts dossiers of the whole commune, not people of a village: nothing of it is hidden.
  const indicators = householdIndicators.map(({ code, denominator }) => ({ code, family: denominator }));
  const table = await readHistoryTable(
    ctx,
    indicators.map(({ code }) => code),
  );
  const before = findHiddenBefore({ ...table, indicators }, smallest);
  return ({ unitId, code, onDate }) => onDate < (before.get(keyOf(unitId, code)) ?? '');
}

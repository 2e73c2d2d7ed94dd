import { isDeepStrictEqual } from 'node:util';
import { allow, communeOf, emit, type Context, personOf } from '../../kernel/index.js';
import { DossierMonth } from './dossier-month.entity.js';
import { DossierMonthRecorded } from './dossier.events.js';
import type { RecordDossierMonthInput } from './dossier.inputs.js';
import { lockMonth } from './dossier.queries.js';
import { figuresOf, requireFigures, requireMonthEnd, type Figures } from './dossier.rules.js';

/**
 * Records the register's figures of a month. Other figures for a month that is there replace them, and the
 * event keeps both; the same figures again change nothing.
 * Errors: those of dossier.rules.ts.
 */
export async function recordDossierMonth(
  ctx: Context,
  input: RecordDossierMonthInput,
): Promise<DossierMonth> {
  allow(ctx, 'dossier:record');
  requireMonthEnd(input.endsOn, ctx.today);
  requireFigures(input);
  const known = await lockMonth(ctx, input.endsOn);
  const before = known && figuresOf(known);
  const after = figuresOf(input);
  if (known && isDeepStrictEqual(before, after)) return known;
  const month = known ? await replace(ctx, known, after) : await add(ctx, input.endsOn, after);
  await emit(ctx, DossierMonthRecorded, {
    subject: { type: 'dossier_month', id: month.id },
    data: { dossierMonthId: month.id, endsOn: month.endsOn, before, after },
  });
  return month;
}

async function replace(ctx: Context, month: DossierMonth, figures: Figures): Promise<DossierMonth> {
  Object.assign(month, figures, by(ctx));
  await ctx.db.em.flush();
  return month;
}

async function add(ctx: Context, endsOn: string, figures: Figures): Promise<DossierMonth> {
  const [row] = await ctx.db.query<{ id: string }>('select uuidv7() as id');
  const fresh = { id: row!.id, communeId: communeOf(ctx.identity), endsOn, ...figures, ...by(ctx) };
  const month = ctx.db.em.create(DossierMonth, fresh);
  await ctx.db.em.persist(month).flush();
  return month;
}

function by(ctx: Context) {
  return { recordedById: personOf(ctx.identity), recordedAt: ctx.now };
}

import type { Context } from '../../kernel/index.js';
import { DossierMonth } from './dossier-month.entity.js';

/** The recorded month, locked until the transaction ends, so that its "before" is what is replaced; null if there is none. */
export async function lockMonth(ctx: Context, endsOn: string): Promise<DossierMonth | null> {
  await ctx.db.query('select from dossier_month where ends_on = $1 for update', [endsOn]);
  return ctx.db.em.findOne(DossierMonth, { endsOn });
}

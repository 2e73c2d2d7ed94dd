import { atVietnamTime, communeOf, emit, type Context } from '../../kernel/index.js';
import { parameterOn } from '../parameters/index.js';
import { RetentionApplied } from './retention.events.js';
import {
  everyRetentionRule,
  keptFrom,
  retentionMonths,
  type Reach,
  type RetentionRule,
} from './retention.rules.js';

// Rows that one rule takes away in one transaction; what is left waits for the next.
const batch = 2_000;

/** Applies every rule as of a day, within bounds; says whether anything is left. */
export async function applyRetention(ctx: Context, day: string, most = batch): Promise<boolean> {
  const months = await parameterOn(ctx, retentionMonths, day);
  const from = keptFrom(day, months);
  const reach: Reach = { before: atVietnamTime(from, '00:00'), day };
  const counts: Record<string, number> = {};
  for (const rule of everyRetentionRule()) {
    const taken = await rule.run(ctx, reach, most);
    await noteRun(ctx, rule, { day, taken });
    if (taken > 0) counts[rule.key] = taken;
  }
  if (Object.keys(counts).length > 0) {
    await emit(ctx, RetentionApplied, {
      subject: { type: 'retention', id: day },
      data: { before: from, counts },
    });
  }
  return Object.values(counts).some((taken) => taken >= most);
}

/** The counts of one day add up, in however many transactions it was done. */
async function noteRun(
  ctx: Context,
  { key }: RetentionRule,
  { day, taken }: { day: string; taken: number },
): Promise<void> {
  await ctx.db.query(
    `insert into retention_run as kept (commune_id, key, ran_at, on_day, count) values ($1, $2, $3, $4, $5)
     on conflict (commune_id, key) do update set ran_at = excluded.ran_at, on_day = excluded.on_day,
       count = excluded.count + case when kept.on_day = excluded.on_day then kept.count else 0 end`,
    [communeOf(ctx.identity), key, ctx.now, day, taken],
  );
}

export interface RuleReport {
  rule: RetentionRule;
  keepsMonths: number;
  lastRunAt: Date | null;
  lastCount: number | null;
  reach: Reach;
}

/** Every rule with its latest run. */
export async function reportRetention(ctx: Context): Promise<RuleReport[]> {
  const keepsMonths = await parameterOn(ctx, retentionMonths, ctx.today);
  const before = atVietnamTime(keptFrom(ctx.today, keepsMonths), '00:00');
  const runs = await ctx.db.query<{ key: string; ran_at: string; count: number }>(
    'select key, ran_at, count from retention_run where commune_id = $1',
    [communeOf(ctx.identity)],
  );
  const byKey = new Map(runs.map((run) => [run.key, run]));
  return everyRetentionRule().map((rule) => {
    const run = byKey.get(rule.key);
    return {
      rule,
      keepsMonths,
      lastRunAt: run ? new Date(run.ran_at) : null,
      lastCount: run?.count ?? null,
      reach: { before, day: ctx.today },
    };
  });
}

// `tungnha recompute`: what happens every night at 00:30, now.
import { Command } from 'commander';
import { publish } from '../kernel/index.js';
import { recomputeCommuneValues, SCOREBOARD } from '../modules/indicators/index.js';
import { getOwnerUrl } from './owner-url.js';
import { atWork, getCommunes, inCommune } from './workplace.js';

export interface Recomputed {
  code: string;
  seconds: number;
  /** Without a plan that is in force there is nothing to compute. */
  hasPlan: boolean;
}

/** Computes every value of one commune, or of all, from the raw rows on. */
export function recompute(ownerUrl: string, communeCode?: string): Promise<Recomputed[]> {
  return atWork(ownerUrl, async (workplace) => {
    const done: Recomputed[] = [];
    for (const { id, code } of await getCommunes(workplace, communeCode)) {
      const started = performance.now();
      const hasPlan = await inCommune(workplace, id, (unit) =>
        unit.transaction(async () => {
          const computed = await recomputeCommuneValues(unit.ctx);
          if (computed) await publish(unit.ctx, SCOREBOARD, { villageIds: [] });
          return computed;
        }),
      );
      done.push({ code, seconds: (performance.now() - started) / 1000, hasPlan });
    }
    return done;
  });
}

export function recomputeCommand(): Command {
  return new Command('recompute')
    .description('tính lại mọi số liệu từ dữ liệu gốc / compute all values from the raw rows')
    .option('--commune <code>', 'chỉ xã có mã này / only the commune with this code')
    .action(async ({ commune }: { commune?: string }) => {
      for (const { code, seconds, hasPlan } of await recompute(getOwnerUrl(), commune)) {
        const note = hasPlan ? '' : '  chưa có kế hoạch đang thực hiện / no active plan';
        console.log(`${code}  ${seconds.toFixed(2)} s${note}`);
      }
    });
}

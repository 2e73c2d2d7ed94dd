// `tungnha plan load <file>`: next year's plan, from a file.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { Problem, publish, type Context } from '../kernel/index.js';
import { catalogue, recomputeCommuneValues, SCOREBOARD } from '../modules/indicators/index.js';
import { readPlanFile, type PlanFile } from '../modules/plan/plan-file.js';
import { loadPlan } from '../seeds/load-plan.js';
import { getOwnerUrl } from './owner-url.js';
import { Refusal } from './refusal.js';
import { atWork, getCommunes, inCommune } from './workplace.js';

interface PlanLoad {
  ownerUrl: string;
  communeCode: string;
  /** The file's content. */
  text: string;
  activate?: boolean;
  /** Only says what is wrong with it. */
  checkOnly?: boolean;
}

/** Reads, checks and loads, all or nothing; refuses with every mistake at once. */
export function loadPlanFile({
  ownerUrl,
  communeCode,
  text,
  activate,
  checkOnly,
}: PlanLoad): Promise<PlanFile> {
  return atWork(ownerUrl, async (workplace) => {
    const [commune] = await getCommunes(workplace, communeCode);
    const communeId = commune!.id;
    return inCommune(workplace, communeId, (unit) =>
      unit.transaction(async () => {
        const { ctx } = unit;
        const plan = readOrRefuse(text, await unitCodes(ctx, communeId));
        await refuseKnownCode(ctx, communeId, plan.code);
        if (checkOnly) return plan;
        await loadPlan(ctx.db, communeId, plan, { activate: activate === true });
        if (activate) await showFigures(ctx);
        return plan;
      }),
    );
  });
}

/** A plan comes into force with its figures; the night's recompute would leave the dashboard empty for a day. */
async function showFigures(ctx: Context): Promise<void> {
  await recomputeCommuneValues(ctx);
  await publish(ctx, SCOREBOARD, { villageIds: [] });
}

async function unitCodes({ db, today }: Context, communeId: number): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    'select code from org_unit where commune_id = $1 and (valid_to is null or valid_to > $2::date) order by sort_order, id',
    [communeId, today],
  );
  return rows.map(({ code }) => code);
}

function readOrRefuse(text: string, codes: string[]): PlanFile {
  try {
    return readPlanFile(text, { indicatorCodes: catalogue.map(({ code }) => code), unitCodes: codes });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const details = error.fields.map(
      ({ path, messages }) => `${path || '.'}: ${messages.vi} / ${messages.en}`,
    );
    throw new Refusal(error.messages.vi, error.messages.en, details);
  }
}

async function refuseKnownCode({ db }: Context, communeId: number, code: string): Promise<void> {
  // Two loads at once: the second waits, then finds the first one's plan.
  await db.query('lock table plan in share row exclusive mode');
  const known = await db.query('select from plan where commune_id = $1 and code = $2', [communeId, code]);
  if (known.length === 0) return;
  throw new Refusal(
    `Xã đã có kế hoạch mã ${code}. Hãy đặt mã khác cho kế hoạch mới.`,
    `The commune has a plan with the code ${code} already. Give the new plan another code.`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new Refusal(`Không đọc được tệp ${file}: ${message}`, `The file ${file} can’t be read: ${message}`);
  }
}

interface Options {
  commune: string;
  activate?: boolean;
  check?: boolean;
}

export function planCommand(): Command {
  const load = new Command('load')
    .description('nạp kế hoạch từ tệp JSON / load a plan from a JSON file')
    .argument('<file>', 'tệp kế hoạch / the plan’s file')
    .requiredOption('--commune <code>', 'mã xã / code of the commune')
    .option('--activate', 'thực hiện kế hoạch này từ bây giờ / make it the plan in force')
    .option('--check', 'chỉ kiểm tra tệp / only check the file')
    .action(async (file: string, { commune, activate, check }: Options) => {
      const plan = await loadPlanFile({
        ownerUrl: getOwnerUrl(),
        communeCode: commune,
        text: readText(file),
        activate: activate === true,
        checkOnly: check === true,
      });
      const { code, clauses, tasks, targets } = plan;
      const done = check ? 'Tệp đúng, chưa nạp / The file is right, not loaded' : 'Đã nạp / Loaded';
      console.log(`${done}: ${code}`);
      console.log(
        `  ${clauses.length} điều mục / clauses, ${tasks.length} nhiệm vụ / tasks, ${targets.length} chỉ tiêu / targets`,
      );
    });
  return new Command('plan').description('kế hoạch của xã / the commune’s plan').addCommand(load);
}

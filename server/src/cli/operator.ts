// What an operator does about accounts and keys, at the machine instead of on a screen: as background work of one
// commune, through the application's own role, so that row-level security holds here as well.
import { Problem, type Context } from '../kernel/index.js';
import type { Unit } from '../kernel/database.js';
import { Refusal } from './refusal.js';
import { atWork, inCommune, type Workplace } from './workplace.js';

interface Place {
  appUrl: string;
  /** Code of the commune; may be left out where there is only one. */
  commune?: string | undefined;
}

/** One transaction in the commune; what is a Problem to a person becomes the operator's refusal. */
export function asOperator<T>({ appUrl, commune }: Place, work: (ctx: Context) => Promise<T>): Promise<T> {
  return atWork(appUrl, async (workplace) => {
    const id = await chooseCommune(workplace, commune);
    return inCommune(workplace, id, (unit) => inOne(unit, work));
  });
}

/** Errors: a Refusal for every Problem of `work`. */
export async function inOne<T>(unit: Unit, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await unit.transaction(() => work(unit.ctx));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const details = error.fields.map(({ path, messages }) => `${path}: ${messages.vi} / ${messages.en}`);
    throw new Refusal(error.messages.vi, error.messages.en, details);
  }
}

async function chooseCommune(workplace: Workplace, code: string | undefined): Promise<number> {
  const ids = await workplace.database.system<{ id: number }>('select every_commune() as id');
  const communes = await Promise.all(
    ids.map(({ id }) =>
      inCommune(workplace, id, async ({ ctx }) => {
        const [row] = await ctx.db.query<{ code: string }>('select code from commune where id = $1', [id]);
        return { id, code: row!.code };
      }),
    ),
  );
  const fitting = code === undefined ? communes : communes.filter((commune) => commune.code === code);
  if (fitting.length === 1) return fitting[0]!.id;
  const codes = communes.map((commune) => commune.code).join(', ');
  throw new Refusal(
    code === undefined
      ? `Hãy chọn xã bằng --commune. Có: ${codes || 'chưa có xã nào'}`
      : `Không có xã nào mang mã ${code}.`,
    code === undefined
      ? `Choose the commune by --commune. There are: ${codes || 'none'}`
      : `There is no commune with the code ${code}.`,
  );
}

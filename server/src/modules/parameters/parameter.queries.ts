import { communeOf, explainConstraint, personOf, type Context } from '../../kernel/index.js';
import { parameterErrors } from './parameter.errors.js';

explainConstraint('parameter_once', parameterErrors.PARAMETER_DAY_TAKEN);

/** A value that somebody entered. */
export interface StoredParameter {
  key: string;
  value: unknown;
  legalBasis: string;
  isConfirmed: boolean;
  validFrom: string;
  validTo: string | null;
  enteredById: string;
  enteredAt: string;
}

const COLUMNS = `key, value, legal_basis as "legalBasis", confirmed as "isConfirmed", valid_from as "validFrom", valid_to as "validTo",
  entered_by_id as "enteredById", entered_at as "enteredAt"`;

/** The values of these keys that hold on a day. */
export function readParametersOn(
  ctx: Context,
  keys: readonly string[],
  day: string,
): Promise<StoredParameter[]> {
  return ctx.db.prepared(
    'parameters-on',
    `select ${COLUMNS} from parameter
     where commune_id = $1 and key = any($2::text[]) and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
    [communeOf(ctx.identity), keys, day],
  );
}

/** Every value of these keys, the latest first. */
export function readParameterHistory(ctx: Context, keys: readonly string[]): Promise<StoredParameter[]> {
  return ctx.db.query(
    `select ${COLUMNS} from parameter where commune_id = $1 and key = any($2::text[]) order by key, valid_from desc`,
    [communeOf(ctx.identity), keys],
  );
}

export interface NewParameter {
  key: string;
  value: unknown;
  legalBasis: string;
  isConfirmed: boolean;
  validFrom: string;
}

/** Ends the value before on the new one's day and writes it; gives the day on which a later one takes over. */
export async function insertParameter(ctx: Context, entered: NewParameter): Promise<string | null> {
  const { key, value, legalBasis, isConfirmed, validFrom } = entered;
  const communeId = communeOf(ctx.identity);
  await ctx.db.query(
    `update parameter set valid_to = $3 where commune_id = $1 and key = $2 and valid_from < $3 and (valid_to is null or valid_to > $3)`,
    [communeId, key, validFrom],
  );
  const [row] = await ctx.db.query<{ validTo: string | null }>(
    `insert into parameter (commune_id, key, value, legal_basis, confirmed, valid_from, valid_to, entered_by_id, entered_at)
     values ($1, $2, $3, $4, $5, $6::date,
       (select min(valid_from) from parameter where commune_id = $1 and key = $2 and valid_from > $6::date), $7, $8)
     returning valid_to as "validTo"`,
    [
      communeId,
      key,
      JSON.stringify(value),
      legalBasis,
      isConfirmed,
      validFrom,
      personOf(ctx.identity),
      ctx.now,
    ],
  );
  return row!.validTo;
}

import {
  allow,
  changed,
  communeOf,
  defineErrors,
  emit,
  explainConstraint,
  kernelErrors,
  problem,
  numericId,
  type Context,
} from '../../kernel/index.js';
import { getOrgUnit, OrgUnitKind, type OrgUnit } from '../org/index.js';
import { requirePhone } from '../people/index.js';
import { HouseholdAdded, HouseholdChanged, HouseholdVerified } from './household.events.js';
import type { AddHouseholdInput, ChangeHouseholdInput } from './household.inputs.js';
import { Household } from './household.entity.js';
import { nextHouseholdCode } from './household.queries.js';

const householdErrors = defineErrors({
  HOUSEHOLD_CODE_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Mã hộ này đã có trong xã. Hãy dùng mã khác hoặc để trống để hệ thống tự cấp.',
    en: 'This household code is taken in the commune. Use another, or leave it empty to be given one.',
  },
  HEAD_NAME_EMPTY: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi tên chủ hộ.',
    en: 'Write the name of the head of the household.',
  },
  MORE_ADULTS_THAN_CITIZENS: {
    kind: 'BAD_INPUT',
    vi: 'Số người từ 18 tuổi ({adults}) không thể nhiều hơn số người từ 14 tuổi ({citizens14}).',
    en: 'There cannot be more adults of 18 and over ({adults}) than citizens of 14 and over ({citizens14}).',
  },
  PEOPLE_OUT_OF_RANGE: {
    kind: 'BAD_INPUT',
    vi: 'Số người phải từ 0 đến {most}.',
    en: 'The number of people must be from 0 to {most}.',
  },
  VILLAGE_NOT_STANDING: {
    kind: 'BAD_INPUT',
    vi: '{village} không còn (đã sáp nhập hoặc giải thể). Hãy chọn thôn hiện nay.',
    en: '{village} no longer exists (merged or dissolved). Choose a village of today.',
  },
  NOT_A_VILLAGE: { kind: 'BAD_INPUT', vi: '{name} không phải là thôn.', en: '{name} is not a village.' },
});
explainConstraint('household_commune_id_code_key', householdErrors.HOUSEHOLD_CODE_TAKEN);
explainConstraint('household_check', householdErrors.MORE_ADULTS_THAN_CITIZENS);

// As the checks of the tables household and visit have it.
export const mostAdults = 50;
export const mostCitizens = 60;

/** The household with this id. Errors: NOT_FOUND. */
export async function getHousehold(ctx: Context, id: string): Promise<Household> {
  const household = await ctx.db.em.findOne(Household, { id });
  if (!household) throw problem(kernelErrors.NOT_FOUND);
  return household;
}

/** The village, if it stands on this day. Errors: NOT_FOUND, NOT_A_VILLAGE, VILLAGE_NOT_STANDING. */
export async function requireVillage(ctx: Context, id: number, on: string): Promise<OrgUnit> {
  const unit = await getOrgUnit(ctx, id);
  if (unit.kind !== OrgUnitKind.VILLAGE) throw problem(householdErrors.NOT_A_VILLAGE, { name: unit.name });
  const standing = unit.validFrom <= on && (unit.validTo === null || unit.validTo > on);
  if (!standing)
    throw problem(householdErrors.VILLAGE_NOT_STANDING, { village: unit.name }, { path: 'input.villageId' });
  return unit;
}

/** How many people may live in a home, and that the adults are among them. Errors: PEOPLE_OUT_OF_RANGE, MORE_ADULTS_THAN_CITIZENS. */
export function requirePeople({
  adults,
  citizens14,
}: {
  adults?: number | null;
  citizens14?: number | null;
}): void {
  if (outside(adults, mostAdults))
    throw problem(householdErrors.PEOPLE_OUT_OF_RANGE, { most: mostAdults }, { path: 'input.adults' });
  if (outside(citizens14, mostCitizens)) {
    throw problem(householdErrors.PEOPLE_OUT_OF_RANGE, { most: mostCitizens }, { path: 'input.citizens14' });
  }
  if (adults != null && citizens14 != null && adults > citizens14) {
    throw problem(
      householdErrors.MORE_ADULTS_THAN_CITIZENS,
      { adults, citizens14 },
      { path: 'input.adults' },
    );
  }
}

const outside = (value: number | null | undefined, most: number) =>
  value != null && (value < 0 || value > most);

/** Adds a home to the roster. Sending the same client id again answers the row that is there. */
export async function addHousehold(ctx: Context, input: AddHouseholdInput): Promise<Household> {
  const village = await requireVillage(ctx, numericId(input.villageId), ctx.today);
  allow(ctx, 'household:manage', { orgUnitId: village.id });
  requirePeople(input);
  const known = input.id ? await ctx.db.em.findOne(Household, { id: input.id }) : null;
  if (known) return known;
  const communeId = communeOf(ctx.identity);
  const added = {
    kind: input.kind,
    code: input.code?.trim() || (await nextHouseholdCode(ctx, village)),
    headName: requireHeadName(input.headName),
    lane: input.lane ?? null,
    address: input.address ?? null,
    phone: requirePhone(input.phone, 'input.phone'),
    adults: input.adults ?? null,
    citizens14: input.citizens14 ?? null,
  };
  const [row] = await ctx.db.query<{ id: string }>(
    `with home as (
       insert into household (id, commune_id, village_id, kind, code, head_name, lane, address, phone, adults, citizens14, created_at)
       values (coalesce($1::uuid, uuidv7()), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id),
     placed as (
       insert into household_village (commune_id, household_id, village_id, valid_from) select $2, id, $3, $13 from home)
     select id from home`,
    [
      input.id ?? null,
      communeId,
      village.id,
      added.kind,
      added.code,
      added.headName,
      added.lane,
      added.address,
      added.phone,
      added.adults,
      added.citizens14,
      ctx.now,
      ctx.today,
    ],
  );
  const id = row!.id;
  await emit(ctx, HouseholdAdded, {
    subject: { type: 'household', id },
    data: { householdId: id, villageId: village.id },
    detail: { after: added },
  });
  return getHousehold(ctx, id);
}

export interface HouseholdChange {
  id: string;
  /** The version the caller saw; another one means that someone else changed the row meanwhile. */
  version: number;
  input: ChangeHouseholdInput;
}

/** Changes a roster row. Errors: NOT_FOUND, CHANGED_MEANWHILE, and those of its fields. */
export async function changeHousehold(
  ctx: Context,
  { id, version, input }: HouseholdChange,
): Promise<Household> {
  const household = await ctx.db.em.findOne(Household, { id }, { populate: ['phone'] });
  if (!household) throw problem(kernelErrors.NOT_FOUND);
  allow(ctx, 'household:manage', { orgUnitId: household.villageId });
  const next = readChange(input);
  requirePeople({ adults: household.adults, citizens14: household.citizens14, ...next });
  // Visits made before a recount no longer speak for how many people live there.
  const recounted = 'adults' in next || 'citizens14' in next ? { countedAt: ctx.now } : {};
  const rows = await ctx.db.em.nativeUpdate(
    Household,
    { id, version },
    { ...next, ...recounted, version: version + 1 },
  );
  if (rows === 0) throw problem(kernelErrors.CHANGED_MEANWHILE);
  const { villageId } = household;
  await emit(ctx, HouseholdChanged, {
    subject: { type: 'household', id },
    data: { householdId: id, villageId, fields: Object.keys(next) },
    detail: changed(household, next, Object.keys(next) as (keyof typeof next)[]),
  });
  ctx.db.em.clear();
  return getHousehold(ctx, id);
}

function readChange(input: ChangeHouseholdInput) {
  const { headName, phone, ...rest } = input;
  return {
    ...rest,
    ...(headName == null ? {} : { headName: requireHeadName(headName) }),
    ...(phone === undefined ? {} : { phone: requirePhone(phone, 'input.phone') }),
  };
}

function requireHeadName(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  if (trimmed === '') throw problem(householdErrors.HEAD_NAME_EMPTY, {}, { path: 'input.headName' });
  return trimmed;
}

/** Confirms that a row of the roster is right, as of today. Errors: NOT_FOUND. */
export async function verifyHousehold(ctx: Context, id: string): Promise<Household> {
  const household = await getHousehold(ctx, id);
  allow(ctx, 'household:verify', { orgUnitId: household.villageId });
  const before = { verifiedOn: household.verifiedOn };
  household.verifiedOn = ctx.today;
  household.version += 1;
  await ctx.db.em.flush();
  await emit(ctx, HouseholdVerified, {
    subject: { type: 'household', id },
    data: { householdId: id, villageId: household.villageId },
    detail: { before, after: { verifiedOn: household.verifiedOn } },
  });
  return household;
}

import {
  allow,
  communeOf,
  defineErrors,
  emit,
  explainConstraint,
  kernelErrors,
  problem,
  numericId,
  type Context,
} from '../../kernel/index.js';
import { OrgUnitAdded, OrgUnitRenamed } from './org.events.js';
import type { AddOrgUnitInput } from './org.inputs.js';
import { OrgUnit, OrgUnitKind } from './org-unit.entity.js';

const orgErrors = defineErrors({
  ORG_UNIT_CODE_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Mã này đã có trong xã. Hãy dùng mã khác.',
    en: 'This code is taken in the commune. Use another one.',
  },
  NAME_EMPTY: { kind: 'BAD_INPUT', vi: 'Tên không được để trống.', en: 'The name must not be empty.' },
});
explainConstraint('org_unit_commune_id_code_key', orgErrors.ORG_UNIT_CODE_TAKEN);

/** The organisation with this id. Errors: NOT_FOUND. */
export async function getOrgUnit(ctx: Context, id: number): Promise<OrgUnit> {
  // An id that is no number names nothing.
  const unit = Number.isInteger(id) ? await ctx.db.em.findOne(OrgUnit, { id }) : null;
  if (!unit) throw problem(kernelErrors.NOT_FOUND);
  return unit;
}

/** Adds an organisation. Errors: ORG_UNIT_CODE_TAKEN, NAME_EMPTY. */
export async function addOrgUnit(ctx: Context, input: AddOrgUnitInput): Promise<OrgUnit> {
  allow(ctx, 'org:manage');
  const communeId = communeOf(ctx.identity);
  const parent = input.parentId
    ? await getOrgUnit(ctx, numericId(input.parentId))
    : await ctx.db.em.findOne(OrgUnit, { kind: OrgUnitKind.PEOPLES_COMMITTEE });
  const unit = ctx.db.em.create(OrgUnit, {
    communeId,
    parentId: parent?.id ?? null,
    kind: input.kind,
    code: input.code.trim(),
    name: requireName(input.name),
    sortOrder: await ctx.db.em.count(OrgUnit, { kind: input.kind }),
    validFrom: input.validFrom ?? ctx.today,
    validTo: null,
  });
  await ctx.db.em.persist(unit).flush();
  await emit(ctx, OrgUnitAdded, {
    subject: { type: 'org_unit', id: unit.id },
    data: { orgUnitId: unit.id, kind: unit.kind, code: unit.code },
    detail: { after: { name: unit.name, code: unit.code, kind: unit.kind, validFrom: unit.validFrom } },
  });
  return unit;
}

/** Gives an organisation another name. Errors: NOT_FOUND, NAME_EMPTY. */
export async function renameOrgUnit(ctx: Context, id: number, name: string): Promise<OrgUnit> {
  const unit = await getOrgUnit(ctx, id);
  allow(ctx, 'org:manage', { orgUnitId: unit.id });
  const from = unit.name;
  unit.name = requireName(name);
  if (unit.name === from) return unit;
  await ctx.db.em.flush();
  await emit(ctx, OrgUnitRenamed, {
    subject: { type: 'org_unit', id: unit.id },
    data: { orgUnitId: unit.id, from, to: unit.name },
    detail: { before: { name: from }, after: { name: unit.name } },
  });
  return unit;
}

function requireName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw problem(orgErrors.NAME_EMPTY, {}, { path: 'name' });
  return trimmed;
}

import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../kernel/index.js';
import { defineExport, ExportedFile, type ExportArgs, type ExportColumn } from '../files/index.js';
import { unitNames } from '../org/index.js';
import { HouseholdKind, type Household } from './household.entity.js';
import { statesOf, type KnownState } from './household.queries.js';
import { households } from './household.resolver.js';

const kinds: Record<HouseholdKind, string> = {
  [HouseholdKind.HOUSEHOLD]: 'Hộ gia đình',
  [HouseholdKind.HOUSEHOLD_BUSINESS]: 'Hộ kinh doanh',
  [HouseholdKind.COOPERATIVE]: 'Hợp tác xã',
  [HouseholdKind.ENTERPRISE]: 'Doanh nghiệp',
};

interface Related {
  villages: Map<number, string>;
  states: Map<string, KnownState>;
}

const day = (value: string | null | undefined) => (value ? { day: value } : null);

/** A column of what the visits say of a home. */
const ofState = (field: keyof KnownState, heading: string, width = 16): ExportColumn<Household, Related> => ({
  heading,
  width,
  reveals: { type: 'HouseholdState', field },
  value({ id }, { states }) {
    const value = states.get(id)?.[field] ?? null;
    return typeof value === 'string' ? day(value) : value;
  },
});

const householdsExport = defineExport<Household, Related>({
  list: households,
  action: 'household:export',
  title: 'Danh sách hộ',
  villageField: 'villageId',
  async related(ctx, rows) {
    const ids = rows.map(({ id }) => id);
    return { villages: await unitNames(ctx), states: await statesOf(ctx, ids) };
  },
  columns: {
    code: { heading: 'Mã', width: 12, value: ({ code }) => code },
    headName: { heading: 'Chủ hộ', width: 28, value: ({ headName }) => headName },
    kind: { heading: 'Loại', width: 16, value: ({ kind }) => kinds[kind] },
    village: {
      heading: 'Thôn',
      width: 20,
      value: ({ villageId }, { villages }) => villages.get(villageId) ?? null,
    },
    lane: { heading: 'Ngõ, xóm', width: 14, value: ({ lane }) => lane },
    address: { heading: 'Địa chỉ', width: 24, value: ({ address }) => address },
    phone: { heading: 'Điện thoại', width: 14, value: ({ shownPhone }) => shownPhone ?? null },
    adults: { heading: 'Người từ 18 tuổi', width: 16, value: ({ adults }) => adults },
    citizens14: { heading: 'Người từ 14 tuổi', width: 16, value: ({ citizens14 }) => citizens14 },
    verifiedOn: { heading: 'Ngày đối chiếu', width: 16, value: ({ verifiedOn }) => day(verifiedOn) },
    removedOn: { heading: 'Ra khỏi danh sách', width: 16, value: ({ removedOn }) => day(removedOn) },
    lastVisitOn: ofState('lastVisitOn', 'Thăm gần nhất'),
    metOn: ofState('metOn', 'Gặp gần nhất'),
    guidedOn: ofState('guidedOn', 'Hướng dẫn gần nhất'),
    skilledOn: ofState('skilledOn', 'Đạt kỹ năng số ngày'),
    adultsWithSmartphone: ofState('adultsWithSmartphone', 'Người lớn có điện thoại thông minh', 24),
    adultsWithEpayment: ofState('adultsWithEpayment', 'Người lớn thường xuyên thanh toán điện tử', 24),
    vneidLevel2: ofState('vneidLevel2', 'Người có định danh VNeID mức độ 2', 24),
    healthBook: ofState('healthBook', 'Người có Sổ sức khoẻ trên VNeID', 24),
  },
  filterTitles: { id: 'Hộ', villageId: 'Thôn' },
  filterValue(field, value, { villages }) {
    if (field === 'villageId') return villages.get(Number(value));
    return field === 'kind' ? kinds[value as HouseholdKind] : undefined;
  },
});

@Resolver()
export class HouseholdExportResolver {
  @Mutation(() => ExportedFile, { description: 'Take homes and businesses of the roster out as a file' })
  @Allow('household:export')
  exportHouseholds(@Ctx() ctx: Context, @Args(() => householdsExport.Args) args: ExportArgs) {
    return householdsExport.run(ctx, args);
  }
}

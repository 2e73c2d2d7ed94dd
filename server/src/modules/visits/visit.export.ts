import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../kernel/index.js';
import { defineExport, ExportedFile, type ExportArgs, type ExportColumn } from '../files/index.js';
import { unitNames } from '../org/index.js';
import { topics } from './topics.js';
import { VisitResult, type Visit } from './visit.entity.js';
import { homesAndPeopleOf, type HomesAndPeople } from './visit-export.queries.js';
import { visits } from './visit.resolver.js';

const results: Record<VisitResult, string> = {
  [VisitResult.MET]: 'Gặp',
  [VisitResult.ABSENT]: 'Vắng nhà',
  [VisitResult.REFUSED]: 'Từ chối',
  [VisitResult.MOVED]: 'Đã chuyển đi',
};
const topicNames = new Map(topics.map(({ code, nameVi }) => [code, nameVi]));
const topicName = (code: string) => topicNames.get(code) ?? code;

interface Related extends HomesAndPeople {
  villages: Map<number, string>;
}

const count = (
  field:
    'adults' | 'citizens14' | 'adultsWithSmartphone' | 'adultsWithEpayment' | 'vneidLevel2' | 'healthBook',
  heading: string,
): ExportColumn<Visit, Related> => ({ heading, width: 16, value: (visit) => visit[field] });

const visitsExport = defineExport<Visit, Related>({
  list: visits,
  action: 'household:export',
  title: 'Danh sách lượt thăm',
  villageField: 'villageId',
  async related(ctx, rows) {
    return { villages: await unitNames(ctx), ...(await homesAndPeopleOf(ctx, rows)) };
  },
  columns: {
    visitedAt: { heading: 'Ngày thăm', width: 18, value: ({ visitedAt }) => ({ at: visitedAt }) },
    village: {
      heading: 'Thôn',
      width: 20,
      value: ({ villageId }, { villages }) => villages.get(villageId) ?? null,
    },
    householdCode: {
      heading: 'Mã hộ',
      width: 12,
      reveals: { type: 'Household', field: 'code' },
      value: ({ householdId }, { homes }) => homes.get(householdId)?.code ?? null,
    },
    headName: {
      heading: 'Chủ hộ',
      width: 28,
      reveals: { type: 'Household', field: 'headName' },
      value: ({ householdId }, { homes }) => homes.get(householdId)?.headName ?? null,
    },
    result: { heading: 'Kết quả', width: 14, value: ({ result }) => results[result] },
    topics: {
      heading: 'Nội dung hướng dẫn',
      width: 40,
      value: (visit) => visit.topics.map(topicName).join('; '),
    },
    adults: count('adults', 'Người từ 18 tuổi'),
    citizens14: count('citizens14', 'Người từ 14 tuổi'),
    adultsWithSmartphone: count('adultsWithSmartphone', 'Người lớn có điện thoại thông minh'),
    adultsWithEpayment: count('adultsWithEpayment', 'Người lớn thường xuyên thanh toán điện tử'),
    vneidLevel2: count('vneidLevel2', 'Người có định danh VNeID mức độ 2'),
    healthBook: count('healthBook', 'Người có Sổ sức khoẻ trên VNeID'),
    skills: {
      heading: 'Số kỹ năng làm được',
      width: 16,
      value: ({ skills }) => (skills === null ? null : skills.length),
    },
    note: { heading: 'Ghi chú', width: 40, value: ({ note }) => note ?? null },
    recordedBy: {
      heading: 'Người ghi nhận',
      width: 24,
      reveals: { type: 'Person', field: 'fullName' },
      value: ({ recordedById }, { people }) => people.get(recordedById) ?? null,
    },
    recordedAt: { heading: 'Ghi nhận lúc', width: 18, value: ({ recordedAt }) => ({ at: recordedAt }) },
    correctedBy: {
      heading: 'Đã được đính chính',
      width: 16,
      value: ({ id }, { corrected }) => (corrected.has(id) ? 'Có' : null),
    },
    correctionReason: {
      heading: 'Lý do đính chính',
      width: 30,
      value: ({ correctionReason }) => correctionReason,
    },
  },
  filterTitles: {
    id: 'Lượt thăm',
    householdId: 'Hộ',
    villageId: 'Thôn',
    recordedById: 'Người ghi nhận',
    correctsId: 'Đính chính lượt thăm',
  },
  filterValue(field, value, { villages }) {
    if (field === 'villageId') return villages.get(Number(value));
    if (field === 'topics') return topicName(value as string);
    return field === 'result' ? results[value as VisitResult] : undefined;
  },
});

@Resolver()
export class VisitExportResolver {
  @Mutation(() => ExportedFile, { description: 'Take visits out as a file' })
  @Allow('household:export')
  exportVisits(@Ctx() ctx: Context, @Args(() => visitsExport.Args) args: ExportArgs) {
    return visitsExport.run(ctx, args);
  }
}

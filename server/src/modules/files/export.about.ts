// The sheet of an exported list that says where it comes from, so that a copy found later can be asked about.
import { roleDefinition, type Context } from '../../kernel/index.js';
import { readableTime, wallClock, type Sheet } from '../tabular/index.js';
import { fileLabel } from './file-name.js';

interface About {
  title: string;
  reason: string;
  filter: string;
  rows: number;
}

/** The sheet “Thông tin” and the name of the commune. */
export async function aboutExport(
  ctx: Context,
  { title, reason, filter, rows }: About,
): Promise<{ info: Sheet; communeName: string }> {
  const [facts] = await ctx.db.query<{
    commune: string;
    province: string;
    isSample: boolean;
    person: string;
  }>(
    `select c.name as commune, c.province_name as province, c.is_sample as "isSample", p.full_name as person
     from commune c join person p on p.commune_id = c.id where c.id = $1 and p.id = $2`,
    [ctx.identity.communeId, ctx.identity.personId],
  );
  const { commune, province, isSample, person } = facts!;
  const lines: [string, string | number][] = [
    ['Danh sách', title],
    ['Xã', `${commune}, ${province}`],
    ['Người xuất', [`${person} (${ctx.identity.login})`, ...titlesOf(ctx)].join(', ')],
    ['Xuất lúc', readableTime({ at: ctx.now })],
    ['Lý do', reason],
    ['Bộ lọc', filter === '' ? 'Không lọc' : filter],
    ['Số dòng', rows],
    [
      'Lưu ý',
      'Tệp có dữ liệu cá nhân. Chỉ dùng cho lý do trên, không chuyển cho người khác, xoá khi xong việc.',
    ],
    ...(isSample
      ? [['Dữ liệu mẫu', 'Người và hộ trong tệp này là dữ liệu mẫu, không có thật.'] as [string, string]]
      : []),
  ];
  const info: Sheet = {
    name: 'Thông tin',
    columns: [
      { heading: 'Mục', width: 16 },
      { heading: 'Nội dung', width: 90 },
    ],
    rows: lines,
  };
  return { info, communeName: isSample ? `${commune} (dữ liệu mẫu)` : commune };
}

function titlesOf({ identity }: Context): string[] {
  const roles = new Set(identity.positions.map(({ role }) => role));
  return [...roles].flatMap((role) => roleDefinition(role)?.title.vi ?? []);
}

/** "Danh sách hộ - Thượng Hồng - 2025-12-01 0830.xlsx" */
export function fileNameOf(
  { now }: Pick<Context, 'now'>,
  { title, communeName, extension }: { title: string; communeName: string; extension: string },
): string {
  const time = wallClock(now).replace('T', ' ').replace(':', '');
  return fileLabel(`${title} - ${communeName} - ${time}.${extension}`);
}

// What a month of the register may say. Pure: all it needs is passed in.
import {
  addDays,
  addMonths,
  defineErrors,
  explainConstraint,
  fieldProblem,
  problem,
  problems,
  type FieldProblem,
} from '../../kernel/index.js';
import type { DossierMonth } from './dossier-month.entity.js';

export const dossierErrors = defineErrors({
  MONTH_END_NOT_14TH: {
    kind: 'BAD_INPUT',
    vi: 'Kỳ của sổ theo dõi kết thúc vào ngày 14 hằng tháng. Hãy chọn một ngày 14.',
    en: 'A month of the register ends on the 14th. Choose a 14th.',
  },
  MONTH_NOT_OVER: {
    kind: 'BAD_INPUT',
    vi: 'Kỳ kết thúc ngày {endsOn} chưa hết. Hãy ghi số liệu từ ngày đó, hoặc chọn kỳ đã qua.',
    en: 'The month that ends on {endsOn} is not over. Record it from that day on, or choose an earlier one.',
  },
  DOSSIER_FIGURES_REFUSED: {
    kind: 'BAD_INPUT',
    vi: 'Số liệu có {count} chỗ cần sửa. Hãy sửa các ô được đánh dấu rồi ghi lại.',
    en: 'The figures have {count} things to mend. Mend the marked fields and record them again.',
  },
  DOSSIER_COUNT_OUT_OF_RANGE: {
    kind: 'BAD_INPUT',
    vi: 'Số này phải từ 0 đến {most}. Hãy kiểm tra lại.',
    en: 'This number must be from 0 to {most}. Check it.',
  },
  ONLINE_ABOVE_ALL_DOSSIERS: {
    kind: 'BAD_INPUT',
    vi: 'Số hồ sơ trực tuyến ({online}) không thể nhiều hơn tổng số hồ sơ ({all}). Hãy sửa một trong hai số.',
    en: 'Online dossiers ({online}) cannot be more than all dossiers ({all}). Mend one of the two.',
  },
  VERIFIED_ABOVE_ALL_USERS: {
    kind: 'BAD_INPUT',
    vi: 'Số người dùng đã định danh VNeID ({verified}) không thể nhiều hơn tổng số người dùng ({all}). Hãy sửa một trong hai số.',
    en: 'Users authenticated by VNeID ({verified}) cannot be more than all users ({all}). Mend one of the two.',
  },
  DOSSIER_MONTH_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Người khác vừa ghi số liệu của kỳ này. Hãy tải lại, xem số đã ghi, rồi ghi lại nếu cần sửa.',
    en: 'Someone else has just recorded this month. Reload, look at the figures, and record again if they need mending.',
  },
});

explainConstraint('dossier_month_commune_id_ends_on_key', dossierErrors.DOSSIER_MONTH_TAKEN);

export type Figures = Pick<
  DossierMonth,
  'dossiers' | 'dossiersOnline' | 'onlineUsers' | 'onlineUsersVerified'
>;

/** Only the figures of a row or an input. */
export function figuresOf({ dossiers, dossiersOnline, onlineUsers, onlineUsersVerified }: Figures): Figures {
  return { dossiers, dossiersOnline, onlineUsers, onlineUsersVerified };
}

/** First day of the month that ends on this 14th: the 15th before it. */
export function monthStart(endsOn: string): string {
  return addDays(addMonths(endsOn, -1), 1);
}

/** On the 14th itself the register may be closed, because reports are due that day. Errors: MONTH_END_NOT_14TH, MONTH_NOT_OVER. */
export function requireMonthEnd(endsOn: string, today: string): void {
  const where = { path: 'input.endsOn' };
  if (!endsOn.endsWith('-14')) throw problem(dossierErrors.MONTH_END_NOT_14TH, {}, where);
  if (endsOn > today) throw problem(dossierErrors.MONTH_NOT_OVER, { endsOn }, where);
}

// Far above what a commune handles in a month; catches a slip of the hand.
const mostOfMonth = 1_000_000;

/** Names every wrong figure at once. Errors: DOSSIER_FIGURES_REFUSED. */
export function requireFigures(figures: Figures): void {
  const fields = [...outOfRange(figures), ...moreThanAll(figures)];
  if (fields.length > 0)
    throw problems(dossierErrors.DOSSIER_FIGURES_REFUSED, { count: fields.length }, fields);
}

function outOfRange(figures: Figures): FieldProblem[] {
  return Object.entries(figuresOf(figures))
    .filter(([, count]) => count < 0 || count > mostOfMonth)
    .map(([field]) =>
      fieldProblem(dossierErrors.DOSSIER_COUNT_OUT_OF_RANGE, { most: mostOfMonth }, `input.${field}`),
    );
}

function moreThanAll({
  dossiers,
  dossiersOnline,
  onlineUsers,
  onlineUsersVerified,
}: Figures): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (dossiersOnline > dossiers) {
    const args = { online: dossiersOnline, all: dossiers };
    found.push(fieldProblem(dossierErrors.ONLINE_ABOVE_ALL_DOSSIERS, args, 'input.dossiersOnline'));
  }
  if (onlineUsersVerified > onlineUsers) {
    const args = { verified: onlineUsersVerified, all: onlineUsers };
    found.push(fieldProblem(dossierErrors.VERIFIED_ABOVE_ALL_USERS, args, 'input.onlineUsersVerified'));
  }
  return found;
}

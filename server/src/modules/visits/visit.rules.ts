// What a visit may say. Pure: all it needs is passed in.
import {
  defineErrors,
  fieldProblem,
  problem,
  problems,
  vietnamDay,
  type FieldProblem,
} from '../../kernel/index.js';
import { mostAdults, mostCitizens } from '../households/index.js';
import { checklist, checklistVersion } from './skills.js';
import { assertTopics } from './topics.js';
import type { RecordVisitInput } from './visit.inputs.js';

export const visitErrors = defineErrors({
  VISIT_ID_NOT_UUID: {
    kind: 'BAD_INPUT',
    vi: 'Mã lượt thăm phải là UUID.',
    en: 'The id of a visit must be a UUID.',
  },
  VISIT_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Lượt thăm ghi thời điểm chưa tới. Hãy kiểm tra ngày giờ.',
    en: 'The visit lies in the future. Check the date and time.',
  },
  VISIT_BEFORE_PLAN: {
    kind: 'BAD_INPUT',
    vi: 'Lượt thăm trước ngày bắt đầu kế hoạch ({startsOn}). Hãy kiểm tra ngày.',
    en: 'The visit lies before the plan starts ({startsOn}). Check the date.',
  },
  VISIT_REFUSED: {
    kind: 'BAD_INPUT',
    vi: 'Lượt thăm có {count} chỗ cần sửa.',
    en: 'The visit has {count} things to mend.',
  },
  COUNT_ABOVE_PEOPLE: {
    kind: 'BAD_INPUT',
    vi: 'Số này ({count}) nhiều hơn số người của hộ ({people}). Hãy sửa một trong hai.',
    en: 'This number ({count}) is more than the people of the home ({people}). Mend one of the two.',
  },
  COUNT_ABOVE_ANY_HOME: {
    kind: 'BAD_INPUT',
    vi: 'Số này ({count}) quá lớn cho một hộ (nhiều nhất {most}). Hãy kiểm tra lại.',
    en: 'This number ({count}) is too large for a home (at most {most}). Check it.',
  },
  COUNT_NEGATIVE: { kind: 'BAD_INPUT', vi: 'Số không được âm.', en: 'The number must not be negative.' },
  UNKNOWN_SKILL: {
    kind: 'BAD_INPUT',
    vi: 'Không có mục “{skill}” trong bảng kiểm kỹ năng.',
    en: 'The skills checklist has no item “{skill}”.',
  },
  UNKNOWN_CHECKLIST: {
    kind: 'BAD_INPUT',
    vi: 'Không có bảng kiểm kỹ năng phiên bản {version}.',
    en: 'There is no skills checklist of version {version}.',
  },
  NOTE_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Ghi chú dài quá {most} ký tự.',
    en: 'The note is longer than {most} characters.',
  },
  NOBODY_MET: {
    kind: 'BAD_INPUT',
    vi: 'Không gặp ai thì không thể ghi nội dung hướng dẫn hay kỹ năng. Hãy đổi kết quả thành “Gặp”.',
    en: 'When nobody was met, no topics or skills can be recorded. Change the result to “Met”.',
  },
  VISIT_ID_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Mã lượt thăm này đã dùng cho một nội dung khác. Hãy ghi lại thành lượt mới.',
    en: 'This visit id was used for something else. Record it as a new visit.',
  },
  VISIT_CORRECTED_ALREADY: {
    kind: 'CONFLICT',
    vi: 'Lượt thăm này đã được sửa. Hãy sửa bản mới nhất.',
    en: 'This visit was corrected already. Correct the newest one.',
  },
  CORRECTION_WITHOUT_REASON: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi lý do sửa.',
    en: 'Write the reason for the correction.',
  },
  HOUSEHOLD_REMOVED: {
    kind: 'BAD_INPUT',
    vi: 'Hộ này đã rời danh sách từ ngày {day}. Hãy chọn hộ khác hoặc báo Trưởng thôn.',
    en: 'This home left the roster on {day}. Choose another or tell the village head.',
  },
  HOME_VILLAGE_MERGED: {
    kind: 'BAD_INPUT',
    vi: 'Thôn của hộ ({village}) đã sáp nhập. Trưởng thôn cần chuyển hộ sang thôn mới trước khi ghi nhận.',
    en: 'The home’s village ({village}) was merged. The village head must move the home to the new village first.',
  },
  PERFORMER_UNKNOWN: {
    kind: 'BAD_INPUT',
    vi: 'Có người đi thăm không thuộc xã này. Hãy chọn lại.',
    en: 'One of those who made the visit does not belong to this commune. Choose again.',
  },
});

export const longestNote = 2_000;
// A phone's clock may run a little ahead of ours.
const toleranceMs = 5 * 60_000;

interface Facts {
  now: Date;
  planStartsOn: string;
  /** The people of the home as the roster and earlier visits know them; null when unknown. */
  adults: number | null;
  citizens14: number | null;
}

/** The client's id of a visit. Errors: VISIT_ID_NOT_UUID. */
export function requireUuid(id: string): void {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return;
  throw problem(visitErrors.VISIT_ID_NOT_UUID, {}, { path: 'input.id' });
}

/** Refuses a visit that cannot be true, naming every field at once. */
export function checkVisit(input: RecordVisitInput, facts: Facts): void {
  if (input.visitedAt.getTime() > facts.now.getTime() + toleranceMs) {
    throw problem(visitErrors.VISIT_IN_FUTURE, {}, { path: 'input.visitedAt' });
  }
  if (vietnamDay(input.visitedAt) < facts.planStartsOn) {
    throw problem(
      visitErrors.VISIT_BEFORE_PLAN,
      { startsOn: facts.planStartsOn },
      { path: 'input.visitedAt' },
    );
  }
  assertTopics(input.topics, 'input.topics');
  if (input.result !== 'MET' && (input.topics.length > 0 || input.skills)) {
    throw problem(visitErrors.NOBODY_MET, {}, { path: 'input.result' });
  }
  const fields = [...checkCounts(input, facts), ...checkSkills(input), ...checkNote(input)];
  if (fields.length > 0) throw problems(visitErrors.VISIT_REFUSED, { count: fields.length }, fields);
}

function checkCounts(input: RecordVisitInput, facts: Facts): FieldProblem[] {
  const adults = input.adults ?? facts.adults;
  const citizens14 = input.citizens14 ?? facts.citizens14;
  const bounds = [
    ['adults', citizens14, mostAdults],
    ['adultsWithSmartphone', adults, mostAdults],
    ['adultsWithEpayment', adults, mostAdults],
    ['citizens14', null, mostCitizens],
    ['vneidLevel2', citizens14, mostCitizens],
    ['healthBook', citizens14, mostCitizens],
  ] as const;
  return bounds.flatMap(([field, people, most]) => {
    const count = input[field];
    if (count == null) return [];
    if (count < 0) return [fieldProblem(visitErrors.COUNT_NEGATIVE, {}, `input.${field}`)];
    if (count <= (people ?? most)) return [];
    if (people === null)
      return [fieldProblem(visitErrors.COUNT_ABOVE_ANY_HOME, { count, most }, `input.${field}`)];
    return [fieldProblem(visitErrors.COUNT_ABOVE_PEOPLE, { count, people }, `input.${field}`)];
  });
}

function checkSkills({ skills, skillsVersion }: RecordVisitInput): FieldProblem[] {
  if (skillsVersion != null && skillsVersion !== checklistVersion) {
    return [fieldProblem(visitErrors.UNKNOWN_CHECKLIST, { version: skillsVersion }, 'input.skillsVersion')];
  }
  const unknown = skills?.find((skill) => !checklist.includes(skill));
  return unknown === undefined
    ? []
    : [fieldProblem(visitErrors.UNKNOWN_SKILL, { skill: unknown.slice(0, 40) }, 'input.skills')];
}

function checkNote({ note }: RecordVisitInput): FieldProblem[] {
  return (note?.length ?? 0) > longestNote
    ? [fieldProblem(visitErrors.NOTE_TOO_LONG, { most: longestNote }, 'input.note')]
    : [];
}

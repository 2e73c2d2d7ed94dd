// What a guidance session may say. Pure: all it needs is passed in.
import {
  defineErrors,
  explainConstraint,
  fieldProblem,
  problem,
  problems,
  vietnamDay,
  type FieldProblem,
} from '../../kernel/index.js';
import { OrgUnitKind, type OrgUnit } from '../org/index.js';
import { assertTopics } from '../visits/index.js';
import type { RecordGuidanceSessionInput } from './guidance.inputs.js';

export const guidanceErrors = defineErrors({
  SESSION_ID_NOT_UUID: {
    kind: 'BAD_INPUT',
    vi: 'Mã buổi hướng dẫn phải là UUID. Hãy tải lại ứng dụng rồi ghi lại.',
    en: 'The id of a session must be a UUID. Reload the application and record it again.',
  },
  SESSION_ID_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Mã buổi hướng dẫn này đã dùng cho một nội dung khác. Hãy ghi lại thành buổi mới.',
    en: 'This session id was used for something else. Record it as a new session.',
  },
  SESSION_REFUSED: {
    kind: 'BAD_INPUT',
    vi: 'Buổi hướng dẫn có {count} chỗ cần sửa. Hãy sửa các ô được đánh dấu rồi ghi lại.',
    en: 'The session has {count} things to mend. Mend the marked fields and record it again.',
  },
  SESSION_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Buổi hướng dẫn ghi thời điểm chưa tới. Hãy kiểm tra ngày giờ.',
    en: 'The session lies in the future. Check the date and time.',
  },
  SESSION_BEFORE_PLAN: {
    kind: 'BAD_INPUT',
    vi: 'Buổi hướng dẫn trước ngày bắt đầu kế hoạch ({startsOn}). Hãy kiểm tra ngày.',
    en: 'The session lies before the plan starts ({startsOn}). Check the date.',
  },
  SESSION_WITHOUT_TOPIC: {
    kind: 'BAD_INPUT',
    vi: 'Hãy chọn ít nhất một nội dung đã hướng dẫn.',
    en: 'Choose at least one topic that was covered.',
  },
  SESSION_PLACE_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi nơi tổ chức, nhiều nhất {most} ký tự.',
    en: 'Write where it was held, in at most {most} characters.',
  },
  SESSION_PEOPLE_OUT_OF_RANGE: {
    kind: 'BAD_INPUT',
    vi: 'Số người tham gia phải từ 0 đến {most}. Hãy kiểm tra lại.',
    en: 'The number of people must be from 0 to {most}. Check it.',
  },
  SESSION_TOO_MANY_HOMES: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi buổi ghi được nhiều nhất {most} hộ. Hãy tách thành nhiều buổi.',
    en: 'A session takes at most {most} homes. Split it into several.',
  },
  SESSION_HOME_UNKNOWN: {
    kind: 'BAD_INPUT',
    vi: 'Hộ này không có trong xã, hoặc ngoài địa bàn của bạn. Hãy bỏ hoặc chọn lại.',
    en: 'This home is not in the commune, or outside your village. Take it out or choose again.',
  },
  SESSION_VILLAGE_NOT_STANDING: {
    kind: 'BAD_INPUT',
    vi: '{name} không phải là thôn đang tồn tại vào ngày đó. Hãy chọn lại thôn.',
    en: '{name} was not a village on that day. Choose the village again.',
  },
});

explainConstraint('guidance_session_pkey', guidanceErrors.SESSION_ID_TAKEN);

// The table holds no more; a bigger number is a slip of the hand.
const mostPeople = 100_000;
const longestPlace = 200;
/** More homes than any village meeting has; keeps a session one small transaction. */
const mostHomes = 1_000;
// A phone's clock may run a little ahead of ours.
const toleranceMs = 5 * 60_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The client's id of a session, as it is stored. Errors: SESSION_ID_NOT_UUID. */
export function requireSessionId(id: string): string {
  if (!uuid.test(id)) throw problem(guidanceErrors.SESSION_ID_NOT_UUID, {}, { path: 'input.id' });
  return id.toLowerCase();
}

/** Errors: SESSION_VILLAGE_NOT_STANDING. */
export function requireVillageOn(
  unit: Pick<OrgUnit, 'kind' | 'name' | 'validFrom' | 'validTo'>,
  day: string,
): void {
  const stands = unit.validFrom <= day && (unit.validTo === null || unit.validTo > day);
  if (unit.kind === OrgUnitKind.VILLAGE && stands) return;
  throw problem(
    guidanceErrors.SESSION_VILLAGE_NOT_STANDING,
    { name: unit.name },
    { path: 'input.villageId' },
  );
}

interface Facts {
  now: Date;
  planStartsOn: string;
}

/** Refuses a session that cannot be true, naming every field at once. Errors: UNKNOWN_TOPIC, SESSION_REFUSED. */
export function checkSession(input: RecordGuidanceSessionInput, facts: Facts): void {
  assertTopics(input.topics, 'input.topics');
  const fields = [...checkTime(input.heldAt, facts), ...checkContent(input)];
  if (fields.length > 0) throw problems(guidanceErrors.SESSION_REFUSED, { count: fields.length }, fields);
}

function checkTime(heldAt: Date, { now, planStartsOn }: Facts): FieldProblem[] {
  const path = 'input.heldAt';
  if (heldAt.getTime() > now.getTime() + toleranceMs)
    return [fieldProblem(guidanceErrors.SESSION_IN_FUTURE, {}, path)];
  if (vietnamDay(heldAt) >= planStartsOn) return [];
  return [fieldProblem(guidanceErrors.SESSION_BEFORE_PLAN, { startsOn: planStartsOn }, path)];
}

function checkContent({
  topics,
  place,
  peopleCount,
  householdIds,
}: RecordGuidanceSessionInput): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (topics.length === 0) found.push(fieldProblem(guidanceErrors.SESSION_WITHOUT_TOPIC, {}, 'input.topics'));
  if (place.trim() === '' || place.trim().length > longestPlace) {
    found.push(fieldProblem(guidanceErrors.SESSION_PLACE_NOT_VALID, { most: longestPlace }, 'input.place'));
  }
  if (peopleCount < 0 || peopleCount > mostPeople) {
    found.push(
      fieldProblem(guidanceErrors.SESSION_PEOPLE_OUT_OF_RANGE, { most: mostPeople }, 'input.peopleCount'),
    );
  }
  if ((householdIds?.length ?? 0) > mostHomes) {
    found.push(
      fieldProblem(guidanceErrors.SESSION_TOO_MANY_HOMES, { most: mostHomes }, 'input.householdIds'),
    );
  }
  return found;
}

/** Names every home that the caller cannot reach. Errors: SESSION_REFUSED. */
export function requireHomes(wanted: readonly string[], visible: ReadonlySet<string>): void {
  const fields = wanted.flatMap((id, index) =>
    visible.has(id.toLowerCase())
      ? []
      : [fieldProblem(guidanceErrors.SESSION_HOME_UNKNOWN, {}, `input.householdIds.${index}`)],
  );
  if (fields.length > 0) throw problems(guidanceErrors.SESSION_REFUSED, { count: fields.length }, fields);
}

/** Those of these texts that can be ids at all; the database would stumble over the others. */
export function onlyUuids(ids: readonly string[]): string[] {
  return ids.filter((id) => uuid.test(id)).map((id) => id.toLowerCase());
}

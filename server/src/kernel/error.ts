// The one catalogue of what can be refused. A Problem is the user's to solve and says how, in both
// languages; anything else that is thrown is our bug, masked from the caller and logged.

export type ProblemKind =
  'BAD_INPUT' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'NOT_CONFIRMED' | 'NOT_FOUND' | 'CONFLICT' | 'TOO_MANY';
type ProblemArgs = Record<string, string | number>;

export interface ProblemDefinition {
  key: string;
  kind: ProblemKind;
  vi: string;
  en: string;
}

export interface FieldProblem {
  path: string;
  key: string;
  args: ProblemArgs;
  messages: { vi: string; en: string };
}

const catalogue = new Map<string, ProblemDefinition>();

/** Adds a module's problems to the catalogue. Keys are unique across modules; placeholders are `{name}`. */
export function defineErrors<const T extends Record<string, Omit<ProblemDefinition, 'key'>>>(
  definitions: T,
): { [K in keyof T]: ProblemDefinition } {
  const entries = Object.entries(definitions).map(([key, definition]) => {
    if (catalogue.has(key)) throw new Error(`Problem ${key} is defined twice`);
    const entry = { key, ...definition };
    catalogue.set(key, entry);
    return [key, entry];
  });
  return Object.fromEntries(entries) as { [K in keyof T]: ProblemDefinition };
}

/** Every problem the server can answer with, for documentation and tests. */
export function everyProblem(): ProblemDefinition[] {
  return [...catalogue.values()];
}

// Days are kept as 2025-12-01 and read as 01/12/2025 in Vietnamese.
const readable: Record<'vi' | 'en', (value: string) => string> = {
  vi: (value) => value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1'),
  en: (value) => value,
};

function fill(definition: ProblemDefinition, language: 'vi' | 'en', args: ProblemArgs): string {
  return definition[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    readable[language](String(args[name] ?? whole)),
  );
}

function messagesOf(definition: ProblemDefinition, args: ProblemArgs): { vi: string; en: string } {
  return { vi: fill(definition, 'vi', args), en: fill(definition, 'en', args) };
}

export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly key: string;
  readonly args: ProblemArgs;
  readonly messages: { vi: string; en: string };
  readonly fields: FieldProblem[];

  constructor(definition: ProblemDefinition, args: ProblemArgs, fields: FieldProblem[]) {
    const messages = messagesOf(definition, args);
    super(messages.vi);
    this.name = 'Problem';
    this.kind = definition.kind;
    this.key = definition.key;
    this.args = args;
    this.messages = messages;
    this.fields = fields;
  }
}

/** One wrong thing; `path` names the input field it belongs to. */
export function problem(
  definition: ProblemDefinition,
  args: ProblemArgs = {},
  where: { path?: string } = {},
): Problem {
  const fields = where.path === undefined ? [] : [fieldProblem(definition, args, where.path)];
  return new Problem(definition, args, fields);
}

export function fieldProblem(definition: ProblemDefinition, args: ProblemArgs, path: string): FieldProblem {
  return { path, key: definition.key, args, messages: messagesOf(definition, args) };
}

/** Several wrong things at once: the caller mends them all in one go. The first one is the headline. */
export function problems(definition: ProblemDefinition, args: ProblemArgs, fields: FieldProblem[]): Problem {
  return new Problem(definition, args, fields);
}

export const kernelErrors = defineErrors({
  NOT_SIGNED_IN: { kind: 'NOT_SIGNED_IN', vi: 'Hãy đăng nhập để tiếp tục.', en: 'Please sign in to go on.' },
  NOT_ALLOWED: {
    kind: 'NOT_ALLOWED',
    vi: 'Bạn không có quyền làm việc này. Hãy hỏi người quản trị của xã.',
    en: 'You are not allowed to do this. Ask the administrator of the commune.',
  },
  OWN_WORK: {
    kind: 'NOT_ALLOWED',
    vi: 'Bạn là người lập nội dung này nên không tự quyết định được. Hãy để người khác có thẩm quyền xem.',
    en: 'You wrote this, so you cannot decide on it. Leave it to somebody else who may.',
  },
  CONFIRM_IDENTITY: {
    kind: 'NOT_CONFIRMED',
    vi: 'Việc này cần xác nhận đúng là bạn. Hãy nhập lại mật khẩu rồi làm tiếp.',
    en: 'This needs a proof that it is you. Type your password again, then go on.',
  },
  VIEWING_ONLY: {
    kind: 'NOT_ALLOWED',
    vi: 'Bạn đang xem thử với vai khác nên không thay đổi được gì. Hãy thôi xem thử rồi làm tiếp.',
    en: 'You are looking as another role, so nothing can be changed. Stop looking, then go on.',
  },
  NOT_FOUND: {
    kind: 'NOT_FOUND',
    vi: 'Không tìm thấy dữ liệu này, hoặc bạn không được xem.',
    en: 'This was not found, or you may not see it.',
  },
  TEXT_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Nội dung có ký tự không hợp lệ. Hãy xoá và gõ lại.',
    en: 'The text has invalid characters. Delete it and type it again.',
  },
  TEXT_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Nội dung quá dài. Hãy viết ngắn lại.',
    en: 'The text is too long. Make it shorter.',
  },
  VALUE_NOT_VALID: { kind: 'BAD_INPUT', vi: 'Giá trị không hợp lệ: {reason}', en: 'Invalid value: {reason}' },
  ALREADY_EXISTS: {
    kind: 'CONFLICT',
    vi: 'Đã có dữ liệu này. Hãy tải lại trang để xem.',
    en: 'This exists already. Reload the page to see it.',
  },
  REFERENCE_NOT_FOUND: {
    kind: 'BAD_INPUT',
    vi: 'Dữ liệu được nhắc tới không có trong xã này. Hãy chọn lại.',
    en: 'What this refers to is not in this commune. Choose again.',
  },
  CHANGED_MEANWHILE: {
    kind: 'CONFLICT',
    vi: 'Người khác vừa sửa mục này. Hãy tải lại và xem trước khi sửa tiếp.',
    en: 'Someone else has just changed this. Reload and look before you change it.',
  },
  PAGE_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi trang nhiều nhất {limit} dòng, bỏ qua nhiều nhất {offset} dòng.',
    en: 'A page has at most {limit} rows, and at most {offset} may be skipped.',
  },
  CURSOR_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Không mở được trang tiếp theo này. Hãy mở lại danh sách từ đầu.',
    en: 'This next page cannot be opened. Open the list from its start again.',
  },
  FILTER_TOO_DEEP: {
    kind: 'BAD_INPUT',
    vi: 'Bộ lọc lồng nhau quá {depth} tầng.',
    en: 'The filter is nested deeper than {depth} levels.',
  },
});

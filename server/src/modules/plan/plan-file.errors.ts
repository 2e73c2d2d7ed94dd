// What can be wrong with a plan file, and what to do about it.
import { defineErrors } from '../../kernel/index.js';

export const planFileErrors = defineErrors({
  PLAN_FILE_REFUSED: {
    kind: 'BAD_INPUT',
    vi: 'Tệp kế hoạch có {count} chỗ cần sửa. Hãy sửa theo danh sách rồi nạp lại.',
    en: 'The plan file has {count} mistakes. Mend those listed and load it again.',
  },
  PLAN_FILE_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Tệp kế hoạch lớn hơn {limit} ký tự. Hãy kiểm tra xem có chọn nhầm tệp không.',
    en: 'The plan file is longer than {limit} characters. Check that it is the right file.',
  },
  PLAN_FILE_HAS_NUL: {
    kind: 'BAD_INPUT',
    vi: 'Dòng {line} có ký tự rỗng (NUL). Hãy lưu lại tệp ở dạng văn bản UTF-8.',
    en: 'Line {line} has a NUL character. Save the file again as UTF-8 text.',
  },
  PLAN_FILE_NOT_JSON: {
    kind: 'BAD_INPUT',
    vi: 'Tệp không đúng cú pháp JSON ở dòng {line}, cột {column}. Hãy xem dấu phẩy, ngoặc và nháy quanh chỗ đó.',
    en: 'The file is not valid JSON at line {line}, column {column}. Look at the commas, brackets and quotes there.',
  },
  PLAN_FILE_MISSING: {
    kind: 'BAD_INPUT',
    vi: 'Thiếu mục "{name}". Hãy thêm vào.',
    en: '"{name}" is missing. Add it.',
  },
  PLAN_FILE_WRONG_TYPE: {
    kind: 'BAD_INPUT',
    vi: 'Mục "{name}" phải thuộc kiểu {expected}. Hãy sửa lại giá trị.',
    en: '"{name}" must be of the type {expected}. Change the value.',
  },
  PLAN_FILE_UNKNOWN_KEY: {
    kind: 'BAD_INPUT',
    vi: 'Không có mục tên "{name}". Hãy xem lại chính tả hoặc xoá mục này.',
    en: 'There is no entry called "{name}". Check its spelling or delete it.',
  },
  PLAN_FILE_UNKNOWN_VALUE: {
    kind: 'BAD_INPUT',
    vi: 'Không có giá trị "{value}". Hãy dùng một trong: {allowed}.',
    en: 'There is no value "{value}". Use one of: {allowed}.',
  },
  PLAN_FILE_BAD_LENGTH: {
    kind: 'BAD_INPUT',
    vi: 'Mục "{name}" không được để trống hoặc dài quá mức. Hãy rút gọn hoặc bổ sung.',
    en: '"{name}" may be neither empty nor too long. Shorten it or fill it in.',
  },
  PLAN_FILE_BAD_CODE: {
    kind: 'BAD_INPUT',
    vi: 'Mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối và gạch dưới, dài nhất 40 ký tự.',
    en: 'A code has only plain letters, digits, dots, hyphens and underscores, at most 40 characters.',
  },
  PLAN_FILE_BAD_DATE: {
    kind: 'BAD_INPUT',
    vi: 'Ngày phải có thật và viết dạng năm-tháng-ngày, ví dụ 2025-12-31.',
    en: 'A date must exist and be written year-month-day, such as 2025-12-31.',
  },
  PLAN_FILE_BAD_PERCENT: {
    kind: 'BAD_INPUT',
    vi: 'Mức chỉ tiêu là số nguyên từ 1 đến 100. Để theo dõi mà không đặt mức, hãy ghi null.',
    en: 'A target is a whole number from 1 to 100. To track without a target, write null.',
  },
  PLAN_FILE_BAD_BASELINE: {
    kind: 'BAD_INPUT',
    vi: 'Mức ban đầu là số từ 0 đến 100, nhiều nhất hai chữ số thập phân.',
    en: 'A baseline is a number from 0 to 100 with at most two decimals.',
  },
  PLAN_FILE_TARGET_INCOMPLETE: {
    kind: 'BAD_INPUT',
    vi: 'Chỉ tiêu "{code}" phải có cả "comparator" và "targetPercent", hoặc cả hai là null.',
    en: 'The target "{code}" needs both "comparator" and "targetPercent", or null for both.',
  },
  PLAN_FILE_UNKNOWN_CLAUSE: {
    kind: 'BAD_INPUT',
    vi: 'Không có điều mục mã "{code}" trong "clauses". Hãy sửa mã hoặc thêm điều mục.',
    en: 'There is no clause "{code}" in "clauses". Mend the code or add the clause.',
  },
  PLAN_FILE_UNKNOWN_PARENT: {
    kind: 'BAD_INPUT',
    vi: 'Điều mục cha "{code}" không có, hoặc đứng sau điều mục con. Hãy đặt điều mục cha lên trước.',
    en: 'The parent clause "{code}" is missing or stands after its child. Put the parent first.',
  },
  PLAN_FILE_UNKNOWN_INDICATOR: {
    kind: 'BAD_INPUT',
    vi: 'Không có chỉ tiêu "{code}". Hãy dùng một trong: {allowed}.',
    en: 'There is no indicator "{code}". Use one of: {allowed}.',
  },
  PLAN_FILE_UNKNOWN_UNIT: {
    kind: 'BAD_INPUT',
    vi: 'Xã không có đơn vị mã "{code}". Hãy sửa mã, hoặc thêm đơn vị vào danh mục trước.',
    en: 'The commune has no unit "{code}". Mend the code, or add the unit first.',
  },
  PLAN_FILE_UNIT_UNCLEAR: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi đơn vị thực hiện ghi hoặc "code" (một đơn vị) hoặc "kind" (mọi đơn vị cùng loại).',
    en: 'A responsible unit has either "code" (one unit) or "kind" (every unit of that kind).',
  },
  PLAN_FILE_DUPLICATE: {
    kind: 'BAD_INPUT',
    vi: 'Mã "{code}" đã dùng ở trên. Mỗi mã chỉ dùng một lần.',
    en: 'The code "{code}" is used above already. Use each code once.',
  },
  PLAN_FILE_ENDS_BEFORE_START: {
    kind: 'BAD_INPUT',
    vi: 'Ngày kết thúc {ends} phải sau ngày bắt đầu {starts}.',
    en: 'The end {ends} must be after the start {starts}.',
  },
});

import { defineErrors } from '../../kernel/index.js';

export const parameterErrors = defineErrors({
  UNKNOWN_PARAMETER: {
    kind: 'NOT_FOUND',
    vi: 'Không có tham số “{key}”.',
    en: 'There is no parameter “{key}”.',
  },
  PARAMETER_VALUE_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Giá trị này không dùng được cho “{title}”. Hãy kiểm tra lại{at}.',
    en: 'This value cannot be used for “{title}”. Check it{at}.',
  },
  PARAMETER_WITHOUT_BASIS: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi căn cứ: số và tên văn bản quy định giá trị này.',
    en: 'Write the basis: the number and name of the document that sets this value.',
  },
  PARAMETER_DAY_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Từ ngày này đã có một giá trị. Giá trị đã ghi không sửa được; hãy ghi giá trị mới từ ngày khác.',
    en: 'A value holds from this day already. What was entered stays; enter the new value from another day.',
  },
});

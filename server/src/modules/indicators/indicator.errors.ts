import { defineErrors } from '../../kernel/index.js';

export const indicatorErrors = defineErrors({
  UNKNOWN_INDICATOR: {
    kind: 'BAD_INPUT',
    vi: 'Không có chỉ tiêu “{code}”.',
    en: 'There is no indicator “{code}”.',
  },
  INDICATOR_PERIOD_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi lần xem nhiều nhất {days} ngày; hãy chọn khoảng ngắn hơn.',
    en: 'At most {days} days can be seen at once; choose a shorter period.',
  },
});

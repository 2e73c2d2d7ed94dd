import { defineErrors } from '../../kernel/index.js';

export const accountErrors = defineErrors({
  ACCOUNT_REASON_EMPTY: { kind: 'BAD_INPUT', vi: 'Hãy ghi lý do.', en: 'Write the reason.' },
  ACCOUNT_DISABLED: {
    kind: 'CONFLICT',
    vi: 'Tài khoản này đang bị khoá. Hãy mở khoá trước.',
    en: 'This account is disabled. Enable it first.',
  },
  ACCOUNT_NOT_DISABLED: {
    kind: 'CONFLICT',
    vi: 'Tài khoản này không bị khoá.',
    en: 'This account is not disabled.',
  },
  ACCOUNT_WITHOUT_FACTOR: {
    kind: 'CONFLICT',
    vi: 'Tài khoản này không dùng xác thực hai bước.',
    en: 'This account has no second factor.',
  },
  DISABLING_ONESELF: {
    kind: 'NOT_ALLOWED',
    vi: 'Không ai tự khoá tài khoản của mình. Hãy nhờ một người quản trị khác.',
    en: 'Nobody disables their own account. Ask another administrator.',
  },
});

import { defineErrors, explainConstraint } from '../../kernel/index.js';

export const invitationErrors = defineErrors({
  BATCH_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi lần mời nhiều nhất {limit} người; danh sách này có {count}. Hãy chia thành nhiều lần.',
    en: 'At most {limit} people are invited at a time; this list has {count}. Split it.',
  },
  INVITED_NAME_EMPTY: { kind: 'BAD_INPUT', vi: 'Hãy ghi họ và tên.', en: 'Write the full name.' },
  INVITED_BIRTH_YEAR: {
    kind: 'BAD_INPUT',
    vi: 'Năm sinh “{year}” chưa đúng. Hãy ghi đủ bốn chữ số, từ 1900 đến {latest}.',
    en: 'The year of birth “{year}” is not right. Write all four digits, from 1900 to {latest}.',
  },
  INVITED_YEAR_UNREADABLE: {
    kind: 'BAD_INPUT',
    vi: 'Năm sinh “{text}” chưa đúng. Hãy ghi năm có bốn chữ số, hoặc ngày/tháng/năm.',
    en: 'The year of birth “{text}” is not right. Write four digits, or day/month/year.',
  },
  INVITED_ROLE_UNKNOWN: {
    kind: 'BAD_INPUT',
    vi: 'Không có vai trò “{text}”. Hãy ghi đúng tên vai trò như trong danh sách của hệ thống, hoặc để trống.',
    en: 'There is no role “{text}”. Write a role as the system lists it, or leave it empty.',
  },
  INVITED_UNIT_UNKNOWN: {
    kind: 'BAD_INPUT',
    vi: 'Không có đơn vị “{text}”, hoặc nhiều đơn vị trùng tên này. Hãy ghi mã đơn vị.',
    en: 'There is no organisation “{text}”, or several have this name. Write the code of the organisation.',
  },
  INVITED_DAY_UNREADABLE: {
    kind: 'BAD_INPUT',
    vi: 'Ngày “{text}” chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 01/12/2025.',
    en: 'The day “{text}” is not right. Write day/month/year, as in 01/12/2025.',
  },
  SHEET_WITHOUT_NAMES: {
    kind: 'BAD_INPUT',
    vi: 'Bảng này không có cột “Họ và tên”. Hãy đặt tên cột đó rồi tải lên lại.',
    en: 'This table has no column “Full name”. Give the column that heading and upload it again.',
  },
  HAS_ACCOUNT: {
    kind: 'CONFLICT',
    vi: '{name} đã có tài khoản. Nếu người này không vào được, hãy cấp lại đường dẫn ở trang tài khoản.',
    en: '{name} has an account already. If they cannot come in, make another link on the account’s page.',
  },
  PHONE_OF_SOMEBODY: {
    kind: 'CONFLICT',
    vi: 'Số điện thoại này là của {name}, đã có trong xã. Nếu là cùng một người, hãy chọn người đó thay vì ghi mới.',
    en: 'This phone belongs to {name}, who is in the commune already. If it is the same person, choose them instead.',
  },
  NAME_OF_SOMEBODY: {
    kind: 'CONFLICT',
    vi: 'Trong xã đã có {name}. Nếu là cùng một người, hãy chọn người đó; nếu là người khác, hãy ghi số điện thoại hoặc năm sinh để phân biệt.',
    en: '{name} is in the commune already. If it is the same person, choose them; if not, write a phone or a year of birth that tells them apart.',
  },
  SAME_AS_ROW: {
    kind: 'CONFLICT',
    vi: 'Trùng với dòng thứ {row} của danh sách.',
    en: 'The same as row {row} of the list.',
  },
  INVITED_LOGIN: {
    kind: 'BAD_INPUT',
    vi: 'Tên đăng nhập “{login}” chưa đúng. Hãy dùng từ 3 đến 60 ký tự gồm chữ thường không dấu, chữ số và các dấu . _ -',
    en: 'The login “{login}” is not right. Use 3 to 60 lower-case letters without marks, digits and . _ -',
  },
  LOGIN_TAKEN: {
    kind: 'CONFLICT',
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác, hoặc để trống để hệ thống tự đặt.',
    en: 'This login is taken. Choose another, or leave it empty to have one made.',
  },
  POSITION_INCOMPLETE: {
    kind: 'BAD_INPUT',
    vi: 'Vai trò cần cả đơn vị, và đơn vị cần cả vai trò. Hãy ghi đủ cả hai, hoặc để trống cả hai.',
    en: 'A position needs both a role and an organisation. Write both, or leave both empty.',
  },
  LINK_NOT_USABLE: {
    kind: 'NOT_FOUND',
    vi: 'Đường dẫn này không dùng được: đã dùng, hết hạn hoặc bị thu hồi. Hãy xin người quản trị của xã một đường dẫn mới.',
    en: 'This link cannot be used: it was used, has expired or was revoked. Ask the administrator of the commune for a new one.',
  },
});
explainConstraint('account_login_key', invitationErrors.LOGIN_TAKEN);

import { defineErrors, explainConstraint } from '../../kernel/index.js';

export const positionErrors = defineErrors({
  OWN_POSITION: {
    kind: 'NOT_ALLOWED',
    vi: 'Không ai tự giao vai trò hoặc tự nhận uỷ quyền cho chính mình. Hãy nhờ một người quản trị khác.',
    en: 'Nobody gives themself a position or a delegation. Ask another administrator.',
  },
  ROLE_FROM_TEAM: {
    kind: 'BAD_INPUT',
    vi: 'Vai trò trong Tổ lấy theo danh sách thành viên Tổ. Hãy thêm người này vào Tổ ở mục Tổ công nghệ số.',
    en: 'Roles in a team follow from its list of members. Add this person to the team instead.',
  },
  ROLE_NOT_AT_UNIT: {
    kind: 'BAD_INPUT',
    vi: 'Vai trò này không thuộc {unit}. Hãy chọn đúng đơn vị của vai trò.',
    en: 'This role does not belong at {unit}. Choose the organisation that has it.',
  },
  UNIT_NOT_STANDING: {
    kind: 'BAD_INPUT',
    vi: '{unit} không hoạt động vào ngày {day}. Hãy chọn đơn vị khác hoặc ngày khác.',
    en: '{unit} does not exist on {day}. Choose another organisation or another day.',
  },
  POSITION_DATES: {
    kind: 'BAD_INPUT',
    vi: 'Ngày thôi giữ vai trò phải sau ngày bắt đầu ({validFrom}).',
    en: 'The day the role ends must be after the day it begins ({validFrom}).',
  },
  POSITION_HELD: {
    kind: 'CONFLICT',
    vi: 'Người này đang giữ đúng vai trò đó ở đơn vị này trong thời gian này.',
    en: 'This person holds that role at this organisation in this time already.',
  },
  POSITION_OVER: {
    kind: 'CONFLICT',
    vi: 'Người này đã thôi vai trò đó từ ngày {day}.',
    en: 'This person left that role on {day}.',
  },
  BEFORE_POSITION_START: {
    kind: 'BAD_INPUT',
    vi: 'Ngày thôi giữ vai trò không được trước ngày bắt đầu ({validFrom}).',
    en: 'The role cannot end before the day it began ({validFrom}).',
  },
  ENDS_SOONER_ALREADY: {
    kind: 'BAD_INPUT',
    vi: 'Vai trò này đã được ghi thôi từ ngày {day}. Chỉ có thể chọn ngày sớm hơn; muốn giữ lâu hơn, hãy giao lại vai trò.',
    en: 'This role ends on {day} already. Choose an earlier day; to keep it longer, give the role anew.',
  },
  LAST_ADMIN: {
    kind: 'CONFLICT',
    vi: 'Đây là người quản trị cuối cùng của xã. Hãy giao vai trò Quản trị (không ghi ngày thôi) cho một người khác đã đăng nhập được, rồi làm tiếp.',
    en: 'This is the last administrator of the commune. First give the role, without an end, to somebody else who can sign in.',
  },
});
explainConstraint('position_once', positionErrors.POSITION_HELD);
explainConstraint('position_dates', positionErrors.POSITION_DATES);

export const delegationErrors = defineErrors({
  POSITION_NOT_HELD: {
    kind: 'BAD_INPUT',
    vi: 'Người uỷ quyền không trực tiếp giữ vai trò này ở đơn vị này vào ngày {day}. Việc được uỷ quyền không uỷ quyền lại được.',
    en: 'The person does not hold this role there themself on {day}. What was delegated cannot be handed on.',
  },
  DELEGATION_TO_ONESELF: {
    kind: 'BAD_INPUT',
    vi: 'Người nhận uỷ quyền phải là một người khác.',
    en: 'The work must be delegated to somebody else.',
  },
  DELEGATE_WITHOUT_ACCOUNT: {
    kind: 'BAD_INPUT',
    vi: '{name} chưa có tài khoản đang hoạt động. Hãy mời người này tạo tài khoản trước.',
    en: '{name} has no working account. Invite them first.',
  },
  DELEGATION_IN_PAST: {
    kind: 'BAD_INPUT',
    vi: 'Ngày bắt đầu uỷ quyền {day} đã qua. Hãy chọn hôm nay hoặc ngày sau.',
    en: 'The first day, {day}, has passed. Choose today or a later day.',
  },
  DELEGATION_DATES: {
    kind: 'BAD_INPUT',
    vi: 'Ngày hết uỷ quyền phải sau ngày bắt đầu ({validFrom}).',
    en: 'A delegation must end after the day it begins ({validFrom}).',
  },
  DELEGATION_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Uỷ quyền nhiều nhất {days} ngày, tức là đến {latest}. Hãy chọn ngày sớm hơn; khi cần có thể uỷ quyền lần nữa.',
    en: 'A delegation lasts at most {days} days, here until {latest}. Choose an earlier day; it can be made again when needed.',
  },
  ACCOUNT_REASON_EMPTY: { kind: 'BAD_INPUT', vi: 'Hãy ghi lý do.', en: 'Write the reason.' },
  DELEGATION_MADE_ALREADY: {
    kind: 'CONFLICT',
    vi: 'Việc này đã được uỷ quyền cho người đó trong thời gian này. Hãy kết thúc uỷ quyền cũ trước.',
    en: 'This has been delegated to that person in this time. End the earlier delegation first.',
  },
  DELEGATION_OVER: {
    kind: 'CONFLICT',
    vi: 'Uỷ quyền này đã hết hiệu lực.',
    en: 'This delegation is over.',
  },
});
explainConstraint('delegation_once', delegationErrors.DELEGATION_MADE_ALREADY);

export const accountErrors = defineErrors({
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

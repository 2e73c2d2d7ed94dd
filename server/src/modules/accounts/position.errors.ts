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

import { defineErrors, explainConstraint } from '../../kernel/index.js';

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

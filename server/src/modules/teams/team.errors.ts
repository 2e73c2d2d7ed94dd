import { defineErrors, explainConstraint } from '../../kernel/index.js';

export const teamErrors = defineErrors({
  TEAM_HAS_LEADER: {
    kind: 'CONFLICT',
    vi: 'Tổ đã có Tổ trưởng trong thời gian này. Hãy cho Tổ trưởng cũ thôi giữ chức (hoặc chuyển sang vai trò khác) từ ngày đó rồi giao người mới.',
    en: 'The team has a leader in this time. End the old leader’s term (or change their role) as of that day first, then appoint the new one.',
  },
  PERSON_IN_TEAM: {
    kind: 'CONFLICT',
    vi: 'Người này đang ở trong Tổ trong thời gian này. Hãy đổi vai trò của người đó, thay vì thêm lần nữa.',
    en: 'This person is in the team already in this time. Change their role instead of adding them again.',
  },
  DEPUTIES_FULL: {
    kind: 'CONFLICT',
    vi: 'Tổ đã có {most} Tổ phó trong thời gian này. Hãy cho một Tổ phó thôi giữ chức trước.',
    en: 'The team has {most} deputies in this time. End the term of one of them first.',
  },
  MEMBERSHIP_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Ngày {day} chưa tới. Hãy chọn ngày không muộn hơn hôm nay, và ghi nhận khi quyết định đã có hiệu lực.',
    en: '{day} lies ahead. Choose a day not later than today, and record this once the decision is in force.',
  },
  BEFORE_TEAM_FOUNDED: {
    kind: 'BAD_INPUT',
    vi: 'Ngày {day} trước ngày thành lập Tổ ({foundedOn}). Hãy chọn ngày từ hôm đó trở đi.',
    en: '{day} is before the team was set up ({foundedOn}). Choose that day or a later one.',
  },
  TEAM_VILLAGE_CLOSED: {
    kind: 'BAD_INPUT',
    vi: '{village} không còn từ ngày {day}. Hãy thêm người vào Tổ của thôn mới.',
    en: '{village} ceased to exist on {day}. Add the person to the team of the new village.',
  },
  NOT_AFTER_MEMBERSHIP_START: {
    kind: 'BAD_INPUT',
    vi: 'Ngày này phải sau ngày bắt đầu giữ vai trò ({validFrom}). Hãy chọn ngày muộn hơn.',
    en: 'This day must be after the first day in the role ({validFrom}). Choose a later one.',
  },
  MEMBERSHIP_OVER: {
    kind: 'CONFLICT',
    vi: 'Người này đã thôi vai trò đó từ ngày {day}. Muốn tham gia lại, hãy thêm người vào Tổ từ ngày mới.',
    en: 'This person left that role on {day}. To come back, add them to the team as of a new day.',
  },
  ROLE_UNCHANGED: {
    kind: 'BAD_INPUT',
    vi: 'Người này đang giữ đúng vai trò đó. Hãy chọn vai trò khác.',
    en: 'This person has that role already. Choose another.',
  },
  DECISION_INCOMPLETE: {
    kind: 'BAD_INPUT',
    vi: 'Quyết định cần cả số và ngày. Hãy ghi đủ cả hai, hoặc để trống cả hai.',
    en: 'A decision needs its number and its date. Write both, or leave both empty.',
  },
  DECISION_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Ngày quyết định {day} chưa tới. Hãy kiểm tra lại ngày ký.',
    en: 'The date of the decision, {day}, lies ahead. Check the day it was signed.',
  },
});

explainConstraint('team_membership_team_id_daterange_excl', teamErrors.TEAM_HAS_LEADER);
explainConstraint('team_membership_team_id_person_id_daterange_excl', teamErrors.PERSON_IN_TEAM);

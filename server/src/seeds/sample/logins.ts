// One named account for each role, to sign in and look around. The password is given when the sample is
// loaded; none is kept here.
import type { PositionRole } from './facts.js';

export interface SampleLogin {
  role: PositionRole | 'TEAM_LEADER' | 'TEAM_MEMBER';
  title: string;
  login: string;
}

interface OfficeLogin extends SampleLogin {
  role: PositionRole;
  unitCode: string;
}

export const officeLogins: OfficeLogin[] = [
  { role: 'LEADER', title: 'Lãnh đạo Ủy ban nhân dân xã', login: 'lanhdao', unitCode: 'UBND' },
  { role: 'OFFICE', title: 'Phòng Văn hóa - Xã hội', login: 'vanhoa', unitCode: 'VHXH' },
  { role: 'COMMUNE_OFFICE', title: 'Văn phòng HĐND và UBND xã', login: 'vanphong', unitCode: 'VP' },
  {
    role: 'SERVICE_CENTER',
    title: 'Trung tâm Phục vụ hành chính công',
    login: 'trungtam',
    unitCode: 'TTPVHCC',
  },
  { role: 'FRONT', title: 'Ủy ban Mặt trận Tổ quốc xã', login: 'mattran', unitCode: 'MTTQ' },
  { role: 'MASS_ORG', title: 'Hội Liên hiệp Phụ nữ xã', login: 'phunu', unitCode: 'HPN' },
  {
    role: 'COUNCIL_MEMBER',
    title: 'Thành viên Hội đồng thi đua - khen thưởng',
    login: 'hoidong',
    unitCode: 'UBND',
  },
  { role: 'STEERING_VIEWER', title: 'Ban Chỉ đạo chuyển đổi số xã', login: 'chidao', unitCode: 'BCD' },
  { role: 'CITY_VIEWER', title: 'Sở Khoa học và Công nghệ thành phố', login: 'sokhcn', unitCode: 'SKHCN' },
  { role: 'ADMIN', title: 'Quản trị hệ thống', login: 'quantri', unitCode: 'UBND' },
];

/** Every role once, in the order in which people meet them. */
export function sampleLogins(): SampleLogin[] {
  return [
    ...officeLogins.map(({ role, title, login }) => ({ role, title, login })),
    { role: 'VILLAGE_HEAD', title: 'Trưởng thôn Đông', login: 'thon.dong' },
    { role: 'TEAM_LEADER', title: 'Tổ trưởng Tổ công nghệ số cộng đồng thôn Đông', login: 'to.dong' },
    { role: 'TEAM_MEMBER', title: 'Thành viên Tổ công nghệ số cộng đồng thôn Đông', login: 'thanhvien.dong' },
  ];
}

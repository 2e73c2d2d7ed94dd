import { beforeAll, describe, expect, test } from '@jest/globals';
import { fold } from '../../kernel/index.js';
import '../../modules.js';
import { enforceRoles } from '../../roles.js';
import { OrgUnitKind, type OrgUnit } from '../org/index.js';
import { knownHeadings, readColumns, readPeople } from './invitation.sheet.js';

beforeAll(() => enforceRoles());

const village = (id: number, name: string, code: string) =>
  ({ id, name, code, kind: OrgUnitKind.VILLAGE }) as OrgUnit;
const units = [village(1, 'Thôn Đông', 'D'), village(2, 'Thôn Đồng', 'DG'), village(3, 'Thôn Tây', 'T')];

/** What one row with these cells says, by heading. */
function read(cells: Record<string, string>) {
  const columns = Object.keys(cells);
  const table = { columns, rows: [{ line: 2, cells: Object.values(cells) }] };
  const [first] = readPeople(table, readColumns(columns), units);
  return first && { ...first.row, problems: first.problems.map(({ key }) => key) };
}

describe('a heading', () => {
  test.each([
    ['Họ và tên', 'HO VA TEN', 'họ  và tên:'],
    ['Điện thoại', 'dien thoai', 'ĐIỆN THOẠI (*)'],
    ['Tên đăng nhập', 'ten_dang_nhap', 'Tên-đăng-nhập'],
  ])('%s is one with %s and %s', (...spellings) => {
    for (const spelling of spellings) {
      expect(readColumns([spelling.normalize('NFC')]).understood).toEqual([spelling]);
    }
  });

  test('twice is read once; without words it is nothing', () => {
    expect(readColumns(['STT', '', 'Họ tên', 'Họ và tên', '12'])).toEqual({
      at: { fullName: 2 },
      understood: ['Họ tên'],
      ignored: ['Họ và tên', '12'],
    });
  });

  test('means one thing', () => {
    expect(new Set(knownHeadings.map(fold)).size).toBe(knownHeadings.length);
  });
});

describe('a line', () => {
  test.each(['Tổng cộng', 'TỔNG CỘNG: 25', 'Tổng số: 25 người', 'Cộng', 'Total'])(
    '“%s” is a sum and no person',
    (text) => {
      expect(read({ STT: '', 'Họ và tên': text })).toBeUndefined();
      expect(read({ STT: text, 'Họ và tên': '' })).toBeUndefined();
    },
  );

  test.each(['Tống Công', 'Tổng Thị Cộng', 'Công Thị Nghĩa'])('“%s” is a person', (text) => {
    expect(read({ STT: '1', 'Họ và tên': text })?.fullName).toBe(text);
  });
});

test.each([
  ['912345678', '0912345678'],
  ['0912345678', '0912345678'],
  ['12', '12'],
])('a phone %s is taken for %s', (typed, phone) => {
  expect(read({ 'Họ tên': 'Lê A', SĐT: typed })?.phone).toBe(phone);
});

test.each([
  ['01/12/2025', '2025-12-01'],
  ['1-2-2025', '2025-02-01'],
  ['2025-12-01', '2025-12-01'],
  ['29/02/2025', null],
  ['12/2025', null],
  ['32/01/2025', null],
])('a day %s is %s', (typed, day) => {
  const row = read({ 'Họ tên': 'Lê A', 'Vai trò': '', 'Từ ngày': typed });
  expect([row?.validFrom, row?.problems]).toEqual([day, day ? [] : ['INVITED_DAY_UNREADABLE']]);
});

test.each([
  ['Quản trị', 'ADMIN'],
  ['phong van hoa xa hoi', 'OFFICE'],
  ['Leader of the People’s Committee', 'LEADER'],
  ['VILLAGE_HEAD', 'VILLAGE_HEAD'],
  ['Giám đốc', null],
])('a role %s is %s', (typed, role) => {
  expect(read({ 'Họ tên': 'Lê A', 'Vai trò': typed })?.role).toBe(role);
});

test.each([
  ['D', '1'],
  ['thôn tây', '3'],
  ['Tây', '3'],
  // Two villages have this name without its marks.
  ['Thôn Đông', null],
  ['', null],
])('an organisation %j is %s', (typed, id) => {
  expect(read({ 'Họ tên': 'Lê A', 'Vai trò': 'ADMIN', 'Đơn vị': typed })?.orgUnitId).toBe(id);
});

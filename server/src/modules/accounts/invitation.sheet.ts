// What a sheet of people says, cell by cell. Only the columns named here are read: a column of any other name is told to
// whoever handed the sheet in and goes nowhere, whatever field of whatever table it is called after. Pure.
import { fieldProblem, fold, normalPhone, roleDefinition, type FieldProblem } from '../../kernel/index.js';
import { Role } from '../access/index.js';
import type { Table, TableRow } from '../files/index.js';
import type { OrgUnit } from '../org/index.js';
import { invitationErrors } from './invitation.errors.js';
import type { KnownPerson } from './invitation.plan.js';
import type { InviteRow, InviteRowInput } from './invitation.types.js';

type Column = 'fullName' | 'phone' | 'birthYear' | 'login' | 'role' | 'unit' | 'validFrom';

const headingsOf: Record<Column | 'number', string[]> = {
  fullName: ['Họ và tên', 'Họ tên', 'Họ và tên người được mời', 'Full name', 'Name'],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Di động', 'Phone', 'Phone number', 'Mobile'],
  birthYear: ['Năm sinh', 'Ngày sinh', 'Year of birth', 'Birth year', 'Date of birth'],
  login: ['Tên đăng nhập', 'Tài khoản', 'Login', 'Username'],
  role: ['Vai trò', 'Chức vụ', 'Chức danh', 'Role'],
  unit: [
    'Đơn vị',
    'Mã đơn vị',
    'Tên đơn vị',
    'Cơ quan',
    'Thôn',
    'Organisation',
    'Organization',
    'Unit',
    'Village',
  ],
  validFrom: ['Từ ngày', 'Ngày bắt đầu', 'From', 'Valid from', 'Start date'],
  number: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'No'],
};

/** Every heading that is understood, to find the line of headings by. */
export const knownHeadings = Object.values(headingsOf).flat();

const plain = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const columnOfHeading = new Map(
  Object.entries(headingsOf).flatMap(([column, headings]) =>
    headings.map((heading) => [plain(heading), column as Column | 'number'] as const),
  ),
);

export interface SheetColumns {
  /** Where each column stands; of two of one kind the first. */
  at: Partial<Record<Column, number>>;
  understood: string[];
  ignored: string[];
}

/** Which columns a sheet has. Where no column names a role, organisations and days say nothing about a position. */
export function readColumns(headings: readonly string[]): SheetColumns {
  const columns: SheetColumns = { at: {}, understood: [], ignored: [] };
  const kinds = headings.map((heading) => columnOfHeading.get(plain(heading)));
  for (const [index, heading] of headings.entries()) {
    const kind = kinds[index];
    if (kind === 'number' || heading === '') continue;
    const isUseless = !kinds.includes('role') && (kind === 'unit' || kind === 'validFrom');
    if (!kind || isUseless || kind in columns.at) columns.ignored.push(heading);
    else {
      columns.at[kind] = index;
      columns.understood.push(heading);
    }
  }
  return columns;
}

export interface ReadRow {
  line: number;
  row: InviteRow;
  problems: FieldProblem[];
}

/** The people of a sheet, without its sums; what cannot be understood is a problem of its row. */
export function readPeople({ rows }: Table, columns: SheetColumns, units: readonly OrgUnit[]): ReadRow[] {
  return rows.filter(({ cells }) => !isSum(cells)).map((row) => readPerson(row, columns, units));
}

// With its marks: Tống Công is a name.
const sum = /^(tổng|tổng cộng|tổng số|cộng|tong cong|tong so|total)[\s:.\d]*(người|nguoi|people)?[\s:.]*$/i;

function isSum(cells: readonly string[]): boolean {
  return sum.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');
}

/** What to say of a cell that is not understood, and of which field of the row. */
const unreadable = {
  birthYear: { field: 'birthYear', definition: invitationErrors.INVITED_YEAR_UNREADABLE },
  role: { field: 'role', definition: invitationErrors.INVITED_ROLE_UNKNOWN },
  unit: { field: 'orgUnitId', definition: invitationErrors.INVITED_UNIT_UNKNOWN },
  validFrom: { field: 'validFrom', definition: invitationErrors.INVITED_DAY_UNREADABLE },
};

function readPerson({ line, cells }: TableRow, { at }: SheetColumns, units: readonly OrgUnit[]): ReadRow {
  const problems: FieldProblem[] = [];
  const text = (column: Column) => (at[column] === undefined ? '' : (cells[at[column]] ?? '').trim());
  const read = <T>(column: keyof typeof unreadable, understand: (typed: string) => T | null): T | null => {
    const typed = text(column);
    const value = typed === '' ? null : understand(typed);
    const { definition, field } = unreadable[column];
    if (typed !== '' && value === null) problems.push(fieldProblem(definition, { text: typed }, field));
    return value;
  };
  const row: InviteRow = {
    personId: null,
    fullName: text('fullName') || null,
    phone: phoneOf(text('phone')) || null,
    birthYear: read('birthYear', yearOf),
    login: text('login') || null,
    role: read('role', roleOf),
    orgUnitId: read('unit', (typed) => unitOf(typed, units)),
    orgUnitCode: null,
    validFrom: read('validFrom', dayOf),
  };
  return { line, row, problems };
}

/** A spreadsheet that took a phone for a number has dropped its zero. */
function phoneOf(typed: string): string {
  return /^[35789]\d{8}$/.test(typed) ? `0${typed}` : typed;
}

/** "1980", or the year of "05/03/1980". */
function yearOf(typed: string): number | null {
  const year = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})$/.exec(typed)?.[1];
  return year === undefined ? null : Number(year);
}

/** "01/12/2025", "1-12-2025" or "2025-12-01", if the calendar has such a day. */
function dayOf(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : typed;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  // The thirtieth of February becomes a day in March.
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** By its code or its title in either language. */
function roleOf(typed: string): Role | null {
  const wanted = plain(typed);
  const spellings = (role: Role) => [role, ...Object.values(roleDefinition(role)?.title ?? {})];
  return Object.values(Role).find((role) => spellings(role).some((title) => plain(title) === wanted)) ?? null;
}

/** By its code, or by its name where only one has it; a village also without "thôn". */
function unitOf(typed: string, units: readonly OrgUnit[]): string | null {
  const wanted = plain(typed);
  const byCode = units.find(({ code }) => plain(code) === wanted);
  if (byCode) return String(byCode.id);
  const byName = units.filter(({ name }) => [wanted, `thon ${wanted}`].includes(plain(name)));
  return byName.length === 1 ? String(byName[0]!.id) : null;
}

/** Whom the commune knows by the phone and the name of a row; null when it is nobody, or more than one. */
export function knownPersonOf(
  { fullName, phone }: InviteRowInput,
  people: readonly KnownPerson[],
): string | null {
  const name = fold((fullName ?? '').replace(/\s+/g, ' '));
  const number = normalPhone(phone ?? '');
  const same = people.filter((known) => number !== null && known.phone === number && known.folded === name);
  return same.length === 1 ? same[0]!.id : null;
}

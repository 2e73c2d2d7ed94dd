import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { workbookOf } from '../tabular/workbook.fixture.js';
import { inviteRows, newPerson, nowhere } from './accounts.fixture.js';

const readSheet = `mutation ($fileId: ID!) { readInvitationSheet(fileId: $fileId) { columns ignoredColumns
  rows { line row { personId fullName phone birthYear login role orgUnitId orgUnitCode validFrom } problems { field key messages { vi } } } } }`;
const ask = `mutation ($size: Int!) { requestUpload(purpose: ACCOUNTS_SHEET, fileName: "Danh sách.csv", sizeBytes: $size) { path } }`;

interface SheetRow {
  line: number;
  row: Record<string, unknown>;
  problems: { field: string; key: string; messages: { vi: string } }[];
}
interface Sheet {
  columns: string[];
  ignoredColumns: string[];
  rows: SheetRow[];
}

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
});
afterAll(() => world.close());

async function upload(content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content as string);
  const { requestUpload } = await admin.ask<{ requestUpload: { path: string } }>(ask, { size: bytes.length });
  const answer = await fetch(world.url + requestUpload.path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie: admin.cookie },
    body: bytes,
  });
  return ((await answer.json()) as { fileId: string }).fileId;
}
const read = async (content: string | Buffer): Promise<Sheet> =>
  (await admin.ask<{ readInvitationSheet: Sheet }>(readSheet, { fileId: await upload(content) }))
    .readInvitationSheet;
const problems = ({ rows }: Sheet) =>
  rows.map((row) => row.problems.map(({ field, key }) => `${field} ${key}`));
const refused = async (content: string) =>
  refusalOf(world, admin, readSheet, { fileId: await upload(content) });

describe('a sheet is refused', () => {
  test('when it is not the caller’s, not there, or the caller invites nobody', async () => {
    const fileId = await upload('Họ và tên\nLê An');
    expect(await refusalOf(world, admin, readSheet, { fileId: nowhere })).toEqual([
      'FILE_NOT_FOUND',
      'fileId FILE_NOT_FOUND',
    ]);
    const second = await world.newcomer({ login: 'quantri.hai', role: 'ADMIN', at: 'UBND' });
    expect(await second.refused(readSheet, { fileId })).toBe('FILE_NOT_FOUND');
    expect(await (await world.as('vanhoa')).refused(readSheet, { fileId })).toBe('NOT_ALLOWED');
  });

  test('without a column of names, or with more than three hundred people', async () => {
    expect(await refused('Điện thoại,Năm sinh\n0912000111,1980')).toEqual(['SHEET_WITHOUT_NAMES']);
    const many = Array.from({ length: 301 }, (_, at) => `Lê Thị ${at}`);
    expect(await refused(['Họ và tên', ...many].join('\n'))).toEqual(['BATCH_TOO_LARGE']);
    expect((await read(['Họ và tên', ...many.slice(1)].join('\n'))).rows).toHaveLength(300);
  });
});

describe('a sheet', () => {
  test('of offices is understood as it is: title above, numbers, marks or none, sums and empty lines', async () => {
    const sheet = await read(
      [
        'DANH SÁCH CÁN BỘ,,,,,,',
        'STT,HỌ VÀ TÊN,So dien thoai,Năm sinh,Vai trò,Đơn vị,Từ ngày',
        '1,Nguyễn  Thị Lan,912000111,1980,Trưởng thôn,Thôn Tây,1/12/2025',
        ',,,,,,',
        '2,Lê Văn Tám,0912.000.112,05/03/1975,front,MTTQ,2026-01-01',
        'Tổng cộng: 2 người,,,,,,',
      ].join('\n'),
    );
    expect(sheet.columns).toEqual(['HỌ VÀ TÊN', 'So dien thoai', 'Năm sinh', 'Vai trò', 'Đơn vị', 'Từ ngày']);
    expect(sheet.ignoredColumns).toEqual([]);
    expect(problems(sheet)).toEqual([[], []]);
    const none = { personId: null, login: null, orgUnitCode: null };
    expect(sheet.rows.map(({ line, row }) => [line, row])).toEqual([
      [
        3,
        {
          ...none,
          fullName: 'Nguyễn  Thị Lan',
          phone: '0912000111',
          birthYear: 1980,
          role: 'VILLAGE_HEAD',
          orgUnitId: String(world.units['TAY']),
          validFrom: '2025-12-01',
        },
      ],
      [
        5,
        {
          ...none,
          fullName: 'Lê Văn Tám',
          phone: '0912.000.112',
          birthYear: 1975,
          role: 'FRONT',
          orgUnitId: String(world.units['MTTQ']),
          validFrom: '2026-01-01',
        },
      ],
    ]);
  });

  test('of Excel is read the same, in English as well', async () => {
    const sheet = await read(
      workbookOf([
        ['Full name', 'Phone', 'Login', 'Role', 'Unit'],
        ['Trần Thị Excel', '0912000113', 'excel', 'Fatherland Front', 'mttq'],
      ]),
    );
    expect(sheet.rows).toEqual([
      expect.objectContaining({
        line: 2,
        problems: [],
        row: expect.objectContaining({
          login: 'excel',
          role: 'FRONT',
          orgUnitId: String(world.units['MTTQ']),
        }) as object,
      }),
    ]);
  });

  test('says of each cell what is not understood, and of each row what would be refused', async () => {
    await newPerson(world, 'Đỗ Trùng Tên');
    const sheet = await read(
      [
        'Họ tên;Điện thoại;Năm sinh;Vai trò;Đơn vị;Từ ngày;Tên đăng nhập',
        'Lê Một;12;năm;Trùm;Đâu đó;31/02/2025;Lê',
        ';;1980;;;;',
        'Đỗ Trùng Tên;;;;;;',
        'Lê Năm;0912000115;;Phòng Văn hoá - Xã hội;Đông;;',
        'Lê Sáu;0912000115;;;;;',
        'Lê Bảy;;1000;Tổ trưởng, Tổ phó;Thôn Đông;;vanhoa',
      ].join('\n'),
    );
    expect(problems(sheet)).toEqual([
      [
        'birthYear INVITED_YEAR_UNREADABLE',
        'role INVITED_ROLE_UNKNOWN',
        'orgUnitId INVITED_UNIT_UNKNOWN',
        'validFrom INVITED_DAY_UNREADABLE',
        'phone PHONE_NOT_VALID',
        'login INVITED_LOGIN',
      ],
      ['fullName INVITED_NAME_EMPTY'],
      ['fullName NAME_OF_SOMEBODY'],
      ['orgUnitId ROLE_NOT_AT_UNIT'],
      ['phone SAME_AS_ROW'],
      ['birthYear INVITED_BIRTH_YEAR', 'role ROLE_FROM_TEAM', 'login LOGIN_TAKEN'],
    ]);
    expect(sheet.rows[0]!.problems[1]!.messages.vi).toContain('“Trùm”');
    expect(sheet.rows[4]!.problems[0]!.messages.vi).toBe('Trùng với dòng thứ 5 của danh sách.');
  });

  test('knows people again by name and phone together, those with an account as well', async () => {
    const personId = await newPerson(world, 'Vũ Thị Quen', { phone: '0912000120' });
    const theirs = await addNeighbour(world.owner);
    const sheet = await read(
      [
        'Họ và tên,Điện thoại',
        'VU THI QUEN,0912 000 120',
        'Vũ Thị Lạ,0912000120',
        'Người Láng Giềng,0911111111',
      ].join('\n'),
    );
    expect(sheet.rows.map(({ row }) => row['personId'])).toEqual([personId, null, null]);
    expect(problems(sheet)).toEqual([[], ['phone PHONE_OF_SOMEBODY'], []]);
    const { rows } = await inviteRows(admin, [sheet.rows[0]!.row, sheet.rows[2]!.row]);
    expect(rows.map(({ link }) => link!.account.person.id)).toEqual([
      personId,
      expect.not.stringContaining(theirs.personId) as unknown,
    ]);
    expect(problems(await read('Họ và tên,Điện thoại\nVũ Thị Quen,0912000120'))).toEqual([
      ['personId HAS_ACCOUNT'],
    ]);
  });

  test('takes nothing from columns called after fields of tables', async () => {
    const wished = [
      'password_hash',
      'commune_id',
      'is_admin',
      'account_id',
      'person_id',
      'disabled_at',
      '__proto__',
      'id',
    ];
    const sheet = await read(
      [
        ['Họ và tên', ...wished].join(),
        [
          'Lê Thị Trèo',
          '$argon2id$x',
          '999',
          'true',
          nowhere,
          world.people.quantri,
          '',
          '{}',
          nowhere,
        ].join(),
      ].join('\n'),
    );
    expect(sheet.columns).toEqual(['Họ và tên']);
    expect(sheet.ignoredColumns).toEqual(wished);
    const { rows } = await inviteRows(admin, [sheet.rows[0]!.row]);
    const kept = await world.owner.query(
      `select a.commune_id, a.password_hash, a.disabled_at, p.full_name, (select count(*) from position where person_id = p.id)::int as positions
       from account a join person p on p.id = a.person_id where a.id = $1`,
      [rows[0]!.link!.account.id],
    );
    expect(kept.rows).toEqual([
      {
        commune_id: world.communeId,
        password_hash: null,
        disabled_at: null,
        full_name: 'Lê Thị Trèo',
        positions: 0,
      },
    ]);
  });

  test('with villages and no roles gives no positions: the village only says where people live', async () => {
    const sheet = await read('Họ và tên,Thôn,Từ ngày\nLê Thị Ở,Thôn Đông,01/12/2025');
    expect(sheet.ignoredColumns).toEqual(['Thôn', 'Từ ngày']);
    expect(sheet.rows[0]).toMatchObject({
      problems: [],
      row: { role: null, orgUnitId: null, validFrom: null },
    });
  });

  test('changes nothing', async () => {
    const counts = async () =>
      (
        await world.owner.query(
          `select (select count(*) from person) as people, (select count(*) from account) as accounts, (select count(*) from event) as events`,
        )
      ).rows[0] as object;
    const fileId = await upload('Họ và tên\nLê Chỉ Đọc');
    const before = await counts();
    await admin.ask(readSheet, { fileId });
    expect(await counts()).toEqual(before);
  });
});

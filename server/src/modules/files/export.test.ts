import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

const reason = 'Báo cáo quý IV cho huyện';
const exported = '{ path fileName rows expiresAt }';
const exportHomes = `mutation ($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $columns: [HouseholdColumn!], $format: ExportFormat!, $reason: String!) {
  exportHouseholds(filter: $filter, orderBy: $orderBy, columns: $columns, format: $format, reason: $reason) ${exported} }`;
const exportVisits = `mutation ($format: ExportFormat!, $reason: String!) {
  exportVisits(format: $format, reason: $reason) ${exported} }`;
const exportPeople = `mutation ($columns: [PersonColumn!], $format: ExportFormat!, $reason: String!) {
  exportPeople(columns: $columns, format: $format, reason: $reason) ${exported} }`;

interface Exported {
  path: string;
  fileName: string;
  rows: number;
  expiresAt: string;
}

let world: World;
let office: Client;
let leader: Client;

beforeAll(async () => {
  world = await createWorld();
  office = await world.as('vanhoa');
  leader = await world.as('lanhdao');
  const neighbour = await addNeighbour(world.owner);
  expect(neighbour.communeId).not.toBe(world.communeId);
  const home = await world.home();
  await world.home({ village: 'TAY', adults: null });
  await world.home({ village: 'TAY', kind: 'ENTERPRISE' });
  await world.owner.query(
    `update household set head_name = '=cmd|''/C calc''!A0', address = 'constructor' where id = $1`,
    [home],
  );
  await world.owner.query(
    `insert into visit (id, commune_id, household_id, village_id, visited_at, result, topics, adults, note, recorded_by_id, recorded_at, payload_hash)
     values (uuidv7(), $1, $2, $3, '2025-11-30T17:30:00Z', 'MET', '{VNEID_LEVEL2,COURSES}', 3, '@SUM(1) đã hẹn lại', $4, now(), '\\x00')`,
    [world.communeId, home, world.units['DONG'], world.people.totruong],
  );
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('delete from exported_file'));

async function take(
  client: Client,
  operation: string,
  more: Record<string, unknown> = {},
): Promise<Exported> {
  const variables = { format: 'XLSX', reason, ...more };
  return Object.values(await client.ask<Record<string, Exported>>(operation, variables))[0]!;
}

const fetchFile = (path: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}${path}`, { headers: { cookie, ...headers } });

async function sheetsOf(client: Client, { path }: Exported): Promise<Record<string, unknown[][]>> {
  const response = await fetchFile(path, client.cookie);
  expect(response.status).toBe(200);
  const sheets = await readExcelFile(Buffer.from(await response.arrayBuffer()));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
}

async function textOf(client: Client, { path }: Exported): Promise<string> {
  return Buffer.from(await (await fetchFile(path, client.cookie)).arrayBuffer()).toString();
}

describe('a list is not taken out', () => {
  const variables = { format: 'CSV', reason };

  test('by anybody who may not', async () => {
    for (const operation of [exportHomes, exportVisits, exportPeople])
      expect(await world.anonymous().refused(operation, variables)).toBe('NOT_SIGNED_IN');
    for (const login of ['quantri', 'mattran', 'truongthon', 'thanhvien', 'chidao', 'sokhcn'] as const)
      for (const operation of [exportHomes, exportVisits])
        expect(await (await world.as(login)).refused(operation, variables)).toBe('NOT_ALLOWED');
    for (const login of ['lanhdao', 'mattran', 'truongthon', 'sokhcn'] as const)
      expect(await (await world.as(login)).refused(exportPeople, variables)).toBe('NOT_ALLOWED');
  });

  test('without a reason that says something', async () => {
    for (const empty of ['', 'báo cáo', '          ', ' báo cáo        '])
      expect(await office.refused(exportHomes, { ...variables, reason: empty })).toBe('EXPORT_NEEDS_REASON');
    expect(await office.refused(exportHomes, { ...variables, reason: 'x'.repeat(501) })).toBe(
      'EXPORT_NEEDS_REASON',
    );
  });

  test('without a column, or with one that the list does not have', async () => {
    expect(await office.refused(exportHomes, { ...variables, columns: [] })).toBe('EXPORT_NEEDS_COLUMNS');
    for (const column of ['PASSWORD', 'COMMUNE_ID', '__proto__', 'constructor'])
      expect(await office.refused(exportHomes, { ...variables, columns: [column] })).toBe('QUERY_NOT_VALID');
  });

  test('when five files wait already', async () => {
    for (let count = 0; count < 5; count += 1) await take(office, exportHomes);
    expect(await office.refused(exportHomes, variables)).toBe('TOO_MANY_EXPORTS');
    await take(leader, exportHomes);
  });

  test('and nothing of it is on record', async () => {
    const count = async () =>
      (
        await world.owner.query(
          `select from access_log where kind = 'EXPORT' union all select from event where type = 'ListExported'`,
        )
      ).rowCount;
    const before = await count();
    await office.refused(exportHomes, { ...variables, columns: [] });
    await (await world.as('mattran')).refused(exportHomes, variables);
    expect(await count()).toBe(before);
  });
});

describe('a column is given to those only who may read what it tells', () => {
  test('asked for by name, in the document or in a variable, it refuses the whole', async () => {
    const key = await keyFor(['person:read', 'person:export']);
    const named = await asKey(key, exportPeople, {
      format: 'CSV',
      reason,
      columns: ['FULL_NAME', 'BIRTH_YEAR'],
    });
    expect(named.errors?.[0]?.extensions.key).toBe('NOT_ALLOWED');
    const literal = exportPeople
      .replace('$columns: [PersonColumn!], ', '')
      .replace('columns: $columns', 'columns: [BIRTH_YEAR]');
    expect((await asKey(key, literal, { format: 'CSV', reason })).errors?.[0]?.extensions.key).toBe(
      'NOT_ALLOWED',
    );
  });

  test('not asked for, it is left out', async () => {
    const key = await keyFor(['person:read', 'person:export']);
    const { data } = await asKey(key, exportPeople, { format: 'CSV', reason });
    const response = await fetchFile(data['exportPeople']!.path, '', { authorization: `Bearer ${key}` });
    const [headings] = (await response.text()).split('\r\n');
    expect(headings).toBe('Họ và tên;Điện thoại;Có tài khoản');
    const admin = await world.as('quantri');
    expect((await textOf(admin, await take(admin, exportPeople, { format: 'CSV' }))).split('\r\n')[0]).toBe(
      '\uFEFFHọ và tên;Năm sinh;Điện thoại;Có tài khoản',
    );
  });

  test('the filter is guarded as it is on the screen', async () => {
    const key = await keyFor(['person:read', 'person:export']);
    const filtered = `mutation { exportPeople(filter: { birthYear: { gt: 1990 } }, format: CSV, reason: "${reason}") ${exported} }`;
    expect((await asKey(key, filtered, {})).errors?.[0]?.extensions.key).toBe('NOT_ALLOWED');
  });
});

describe('an exported list', () => {
  test('has the rows of the filter in its order, in the columns that were asked for', async () => {
    const file = await take(office, exportHomes, {
      filter: { kind: { eq: 'HOUSEHOLD' } },
      orderBy: [{ field: 'CODE', direction: 'DESC' }],
      columns: ['CODE', 'VILLAGE', 'ADULTS', 'CODE'],
    });
    expect(file.rows).toBe(2);
    const { 'Danh sách hộ': rows } = await sheetsOf(office, file);
    expect(rows).toEqual([
      ['Mã', 'Thôn', 'Người từ 18 tuổi'],
      [expect.stringMatching(/^TAY-/), 'Thôn Tây', null],
      [expect.stringMatching(/^DONG-/), 'Thôn Đông', 3],
    ]);
  });

  test('never has a row of another commune', async () => {
    const { 'Danh sách hộ': rows } = await sheetsOf(office, await take(office, exportHomes));
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toContain('Láng');
  });

  test('masks phones as the screen does', async () => {
    const phones = async (client: Client) => {
      const { 'Danh sách hộ': rows } = await sheetsOf(
        client,
        await take(client, exportHomes, { columns: ['PHONE'] }),
      );
      return new Set(rows!.slice(1).flat());
    };
    expect(await phones(leader)).toEqual(new Set(['0987***321']));
    expect(await phones(office)).toEqual(new Set(['0987654321']));
  });

  test('of visits names what is taught, who was met and who wrote it', async () => {
    const { 'Danh sách lượt thăm': rows } = await sheetsOf(leader, await take(leader, exportVisits));
    const row = Object.fromEntries(
      (rows![0] as string[]).map((heading, index) => [heading, rows![1]![index]]),
    );
    expect(Math.round((row['Ngày thăm'] as Date).getTime() / 60_000) * 60_000).toBe(
      Date.parse('2025-12-01T00:30:00Z'),
    );
    expect(row).toMatchObject({
      Thôn: 'Thôn Đông',
      'Chủ hộ': "=cmd|'/C calc'!A0",
      'Kết quả': 'Gặp',
      'Nội dung hướng dẫn': 'Định danh điện tử VNeID mức độ 2; Khoá học về chuyển đổi số',
      'Người từ 18 tuổi': 3,
      'Ghi chú': '@SUM(1) đã hẹn lại',
      'Người ghi nhận': 'Nguyễn Thị Hoà',
    });
  });

  test('hides a note that waits to be settled, as the screen does', async () => {
    await world.owner.query(
      `update visit set note_state = 'SUSPECT', note_kinds = '{ID_NUMBER}', note_masked = '••• đã hẹn lại'`,
    );
    const text = await textOf(leader, await take(leader, exportVisits, { format: 'CSV' }));
    expect(text).not.toContain('@SUM(1)');
    await world.owner.query(`update visit set note_state = 'CLEAR', note_kinds = '{}', note_masked = null`);
  });

  test('runs nothing that somebody typed', async () => {
    const text = await textOf(
      office,
      await take(office, exportHomes, { format: 'CSV', columns: ['HEAD_NAME'] }),
    );
    expect(text).toContain("\r\n'=cmd|'/C calc'!A0\r\n");
    const { 'Danh sách hộ': rows } = await sheetsOf(
      office,
      await take(office, exportHomes, { columns: ['HEAD_NAME', 'ADDRESS'] }),
    );
    expect(rows).toContainEqual(["=cmd|'/C calc'!A0", 'constructor']);
  });

  test('says who took it out, when, why and by which filter, and that it is a sample', async () => {
    const file = await take(office, exportHomes, {
      filter: {
        villageId: { in: [world.units['TAY']] },
        headName: { contains: 'Số' },
        adults: { isNull: true },
      },
    });
    expect(file.fileName).toMatch(/^Danh sách hộ - Thượng Hồng \(dữ liệu mẫu\) - 2025-12-01 \d{4}\.xlsx$/);
    const { 'Thông tin': lines } = await sheetsOf(office, file);
    const about = Object.fromEntries(lines as [string, unknown][]);
    expect(about).toMatchObject({
      'Danh sách': 'Danh sách hộ',
      Xã: 'Thượng Hồng, Hải Phòng',
      'Người xuất': 'Phạm Văn Hoá (vanhoa), Phòng Văn hoá - Xã hội',
      'Xuất lúc': expect.stringMatching(/^01\/12\/2025 \d\d:\d\d$/),
      'Lý do': reason,
      'Bộ lọc': 'Thôn là một trong Thôn Tây và Chủ hộ có chứa “Số” và Người từ 18 tuổi chưa có',
      'Số dòng': 1,
      'Dữ liệu mẫu': expect.stringContaining('không có thật'),
    });
  });

  test('is on record before anybody has it, with its reason and its filter', async () => {
    const filter = { kind: { eq: 'ENTERPRISE' } };
    await take(leader, exportHomes, { filter, columns: ['CODE'], format: 'CSV' });
    const { rows: readings } = await world.owner.query(
      `select person_id, list, rows, reason, filter::text from access_log where kind = 'EXPORT' order by at desc, id desc limit 1`,
    );
    expect(readings[0]).toMatchObject({
      person_id: world.people.lanhdao,
      list: 'Household',
      rows: 1,
      reason,
    });
    expect(JSON.parse(readings[0].filter as string)).toEqual(filter);
    const { rows: events } = await world.owner.query(
      `select data from event where type = 'ListExported' order by occurred_at desc, id desc limit 1`,
    );
    expect(events[0].data).toEqual({ list: 'Household', format: 'CSV', columns: ['CODE'], rows: 1 });
  });
});

describe('the file', () => {
  test('is fetched once, as something to save', async () => {
    const { path, fileName, expiresAt } = await take(office, exportHomes);
    expect(path).toMatch(/^\/exports\/[\w-]{43}$/);
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
    const head = await fetch(`${world.url}${path}`, { method: 'HEAD', headers: { cookie: office.cookie } });
    expect(head.status).toBe(404);
    const response = await fetchFile(path, office.cookie);
    const header = (name: string) => response.headers.get(name);
    expect(response.status).toBe(200);
    expect(header('content-disposition')).toMatch(/^attachment; filename="Danh sach ho - Thuong Hong/);
    expect(header('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('Danh sách hộ')}`);
    expect(fileName).toContain('Danh sách hộ');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('no-store');
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await fetchFile(path, office.cookie)).status).toBe(404);
    expect((await world.owner.query('select from exported_file')).rowCount).toBe(0);
  });

  test('is not found by anybody else, nor in another session of the same person', async () => {
    const { path } = await take(office, exportHomes);
    const again = await Client.signIn(world.url, 'vanhoa', 'một-mật-khẩu-thử');
    for (const cookie of ['', leader.cookie, (await world.as('quantri')).cookie, again.cookie]) {
      const response = await fetchFile(path, cookie);
      expect(response.status).toBe(404);
      expect(((await response.json()) as { error: { key: string } }).error.key).toBe('EXPORT_NOT_FOUND');
    }
    expect((await fetchFile(path, office.cookie)).status).toBe(200);
  });

  test('is not found after fifteen minutes, nor by its hash or its id', async () => {
    const { path } = await take(office, exportHomes);
    const { rows } = await world.owner.query<{ id: string }>('select id from exported_file');
    const hash = createHash('sha256').update(path.split('/')[2]!).digest('base64url');
    for (const guess of [rows[0]!.id, hash, 'x', '..%2f..%2fetc%2fpasswd', 'x'.repeat(99)])
      expect([guess, (await fetchFile(`/exports/${guess}`, office.cookie)).status]).toEqual([guess, 404]);
    await world.owner.query(`update exported_file set expires_at = now() - interval '1 second'`);
    expect((await fetchFile(path, office.cookie)).status).toBe(404);
  });

  test('made by a key is fetched with that key, and with nothing else', async () => {
    const key = await keyFor(['household:read', 'household:export']);
    const { data } = await asKey(key, exportHomes, { format: 'CSV', reason });
    const { path } = data['exportHouseholds']!;
    const other = await keyFor(['household:read', 'household:export']);
    expect((await fetchFile(path, office.cookie)).status).toBe(404);
    expect((await fetchFile(path, '')).status).toBe(404);
    expect((await fetchFile(path, '', { authorization: `Bearer ${other}` })).status).toBe(404);
    expect((await fetchFile(path, '', { authorization: `Bearer ${key}` })).status).toBe(200);
  });
});

/** An API key of the office with these scopes; made by SQL. */
async function keyFor(scopes: string[]): Promise<string> {
  const key = `tn_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(key).digest();
  await world.owner.query(
    `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
     select $1, id, 'thử', 'tn_', $2, $3, now() + interval '1 day' from account where person_id = $4`,
    [world.communeId, hash, scopes, world.people.vanhoa],
  );
  return key;
}

async function asKey(key: string, query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data: Record<string, Exported>;
    errors?: { extensions: { key: string } }[];
  };
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import type { World } from '../../../../tests/kit/world.js';
import { openDatabase, openUnit } from '../../kernel/database.js';
import { createLogger } from '../../kernel/log.js';
import { entities } from '../../modules.js';
import { HouseholdExportResolver } from '../households/index.js';
import { PersonExportResolver } from '../people/index.js';
import {
  asKey,
  createExportWorld,
  exported,
  exportHomes,
  exportPeople,
  exportVisits,
  fetchFile,
  keyFor,
  reason,
  sheetsOf,
  take,
  textOf,
} from './export.fixture.js';
import { ExportFormat } from './export.types.js';

const log = createLogger('silent');
let world: World;
let office: Client;
let leader: Client;

beforeAll(async () => {
  world = await createExportWorld();
  office = await world.as('vanhoa');
  leader = await world.as('lanhdao');
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('delete from exported_file'));

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
    const key = await keyFor(world, ['person:read', 'person:export']);
    const named = await asKey(world, key, exportPeople, {
      format: 'CSV',
      reason,
      columns: ['FULL_NAME', 'BIRTH_YEAR'],
    });
    expect(named.errors?.[0]?.extensions.key).toBe('NOT_ALLOWED');
    const literal = exportPeople
      .replace('$columns: [PersonColumn!], ', '')
      .replace('columns: $columns', 'columns: [BIRTH_YEAR]');
    expect((await asKey(world, key, literal, { format: 'CSV', reason })).errors?.[0]?.extensions.key).toBe(
      'NOT_ALLOWED',
    );
  });

  test('not asked for, it is left out', async () => {
    const key = await keyFor(world, ['person:read', 'person:export']);
    const { data } = await asKey(world, key, exportPeople, { format: 'CSV', reason });
    const response = await fetchFile(world, data['exportPeople']!.path, { authorization: `Bearer ${key}` });
    const [headings] = (await response.text()).split('\r\n');
    expect(headings).toBe('Họ và tên;Điện thoại;Có tài khoản');
    const admin = await world.as('quantri');
    expect(
      (await textOf(world, admin, await take(admin, exportPeople, { format: 'CSV' }))).split('\r\n')[0],
    ).toBe('\uFEFFHọ và tên;Năm sinh;Điện thoại;Có tài khoản');
  });

  test('the filter is guarded as it is on the screen', async () => {
    const key = await keyFor(world, ['person:read', 'person:export']);
    const filtered = `mutation { exportPeople(filter: { birthYear: { gt: 1990 } }, format: CSV, reason: "${reason}") ${exported} }`;
    expect((await asKey(world, key, filtered, {})).errors?.[0]?.extensions.key).toBe('NOT_ALLOWED');
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
    const { 'Danh sách hộ': rows } = await sheetsOf(world, office, file);
    expect(rows).toEqual([
      ['Mã', 'Thôn', 'Người từ 18 tuổi'],
      [expect.stringMatching(/^TAY-/), 'Thôn Tây', null],
      [expect.stringMatching(/^DONG-/), 'Thôn Đông', 3],
    ]);
  });

  test('never has a row of another commune', async () => {
    const { 'Danh sách hộ': rows } = await sheetsOf(world, office, await take(office, exportHomes));
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toContain('Láng');
  });

  test('has the rows of one village for whoever may take out one village, whatever else they see', async () => {
    const database = await openDatabase(world.env['DATABASE_URL']!, 1, entities, log);
    const clock = { now: () => new Date(), state: { assumed: false, offsetMs: 0 } };
    const session = createHash('sha256').update(office.cookie.split('=')[1]!).digest();
    const unit = await openUnit({ database, clock, log }, { session, address: '127.0.0.1' });
    const { ctx } = unit;
    const orgUnitIds = new Set([world.units['DONG']!]);
    const { abilities } = ctx.identity;
    ctx.identity = {
      ...ctx.identity,
      abilities: { ...abilities, get: (action) => ({ action, reach: 'unit', orgUnitIds }) },
    };
    const args = { format: ExportFormat.CSV, reason };
    const files = await unit.transaction(async () => ({
      homes: await new HouseholdExportResolver().exportHouseholds(ctx, args),
      people: await new PersonExportResolver().exportPeople(ctx, args).catch((error: unknown) => error),
    }));
    unit.close();
    await database.close();
    expect(files.homes.rows).toBe(1);
    expect(await textOf(world, office, files.homes)).not.toContain('Thôn Tây');
    expect(files.people).toMatchObject({ key: 'NOT_ALLOWED' });
  });

  test('masks phones as the screen does', async () => {
    const phones = async (client: Client) => {
      const { 'Danh sách hộ': rows } = await sheetsOf(
        world,
        client,
        await take(client, exportHomes, { columns: ['PHONE'] }),
      );
      return new Set(rows!.slice(1).flat());
    };
    expect(await phones(leader)).toEqual(new Set(['0987***321']));
    expect(await phones(office)).toEqual(new Set(['0987654321']));
  });

  test('of visits names what is taught, who was met and who wrote it', async () => {
    const { 'Danh sách lượt thăm': rows } = await sheetsOf(world, leader, await take(leader, exportVisits));
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
    const text = await textOf(world, leader, await take(leader, exportVisits, { format: 'CSV' }));
    expect(text).not.toContain('@SUM(1)');
    await world.owner.query(`update visit set note_state = 'CLEAR', note_kinds = '{}', note_masked = null`);
  });

  test('runs nothing that somebody typed', async () => {
    const text = await textOf(
      world,
      office,
      await take(office, exportHomes, { format: 'CSV', columns: ['HEAD_NAME'] }),
    );
    expect(text).toContain("\r\n'=cmd|'/C calc'!A0\r\n");
    const { 'Danh sách hộ': rows } = await sheetsOf(
      world,
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
    const { 'Thông tin': lines } = await sheetsOf(world, office, file);
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
      `select person_id, list, rows, reason, filter::text from access_log where kind = 'EXPORT' order by id desc limit 1`,
    );
    expect(readings[0]).toMatchObject({
      person_id: world.people.lanhdao,
      list: 'Household',
      rows: 1,
      reason,
    });
    expect(JSON.parse(readings[0].filter as string)).toEqual(filter);
    const { rows: events } = await world.owner.query(
      `select data from event where type = 'ListExported' order by id desc limit 1`,
    );
    expect(events[0].data).toEqual({ list: 'Household', format: 'CSV', columns: ['CODE'], rows: 1 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Client } from '../../../../tests/kit/client.js';
import type { World } from '../../../../tests/kit/world.js';
import { asKey, createExportWorld, exportHomes, fetchFile, keyFor, reason, take } from './export.fixture.js';

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

describe('the file', () => {
  test('is fetched once, as something to save', async () => {
    const { path, fileName, expiresAt } = await take(office, exportHomes);
    expect(path).toMatch(/^\/exports\/[\w-]{43}$/);
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
    const head = await fetch(`${world.url}${path}`, { method: 'HEAD', headers: { cookie: office.cookie } });
    expect(head.status).toBe(404);
    const response = await fetchFile(world, path, { cookie: office.cookie });
    const header = (name: string) => response.headers.get(name);
    expect(response.status).toBe(200);
    expect(header('content-disposition')).toMatch(/^attachment; filename="Danh sach ho - Thuong Hong/);
    expect(header('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('Danh sách hộ')}`);
    expect(fileName).toContain('Danh sách hộ');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('no-store');
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await fetchFile(world, path, { cookie: office.cookie })).status).toBe(404);
    expect((await world.owner.query('select from exported_file')).rowCount).toBe(0);
  });

  test('is not found by anybody else, nor in another session of the same person', async () => {
    const { path } = await take(office, exportHomes);
    const again = await Client.signIn(world.url, 'vanhoa', 'một-mật-khẩu-thử');
    for (const cookie of ['', leader.cookie, (await world.as('quantri')).cookie, again.cookie]) {
      const response = await fetchFile(world, path, { cookie });
      expect(response.status).toBe(404);
      expect(((await response.json()) as { error: { key: string } }).error.key).toBe('EXPORT_NOT_FOUND');
    }
    expect((await fetchFile(world, path, { cookie: office.cookie })).status).toBe(200);
  });

  test('is not found after fifteen minutes, nor by its hash or its id', async () => {
    const { path } = await take(office, exportHomes);
    const { rows } = await world.owner.query<{ id: string }>('select id from exported_file');
    const hash = createHash('sha256').update(path.split('/')[2]!).digest('base64url');
    for (const guess of [rows[0]!.id, hash, 'x', '..%2f..%2fetc%2fpasswd', 'x'.repeat(99)])
      expect([
        guess,
        (await fetchFile(world, `/exports/${guess}`, { cookie: office.cookie })).status,
      ]).toEqual([guess, 404]);
    await world.owner.query(`update exported_file set expires_at = now() - interval '1 second'`);
    expect((await fetchFile(world, path, { cookie: office.cookie })).status).toBe(404);
  });

  test('is not found by whoever has lost the right to it meanwhile', async () => {
    const newcomer = await world.newcomer({ login: 'sap.nghi', role: 'OFFICE', at: 'VHXH' });
    const { path } = await take(newcomer, exportHomes, { format: 'CSV' });
    const ofNewcomer = `person_id = (select person_id from account where login = 'sap.nghi')`;
    await world.owner.query(`update position set valid_to = '2025-12-01' where ${ofNewcomer}`);
    expect((await fetchFile(world, path, { cookie: newcomer.cookie })).status).toBe(404);
    await world.owner.query(`update position set valid_to = null where ${ofNewcomer}`);
    expect((await fetchFile(world, path, { cookie: newcomer.cookie })).status).toBe(200);
  });

  test('made by a key is fetched with that key, and with nothing else', async () => {
    const key = await keyFor(world, ['household:read', 'household:export']);
    const { data } = await asKey(world, key, exportHomes, { format: 'CSV', reason });
    const { path } = data['exportHouseholds']!;
    const other = await keyFor(world, ['household:read', 'household:export']);
    expect((await fetchFile(world, path, { cookie: office.cookie })).status).toBe(404);
    expect((await fetchFile(world, path, {})).status).toBe(404);
    expect((await fetchFile(world, path, { authorization: `Bearer ${other}` })).status).toBe(404);
    expect((await fetchFile(world, path, { authorization: `Bearer ${key}` })).status).toBe(200);
  });
});

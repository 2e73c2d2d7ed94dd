import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { openDatabase, openUnit, type Database, type Scope } from '../../kernel/database.js';
import type { Context } from '../../kernel/index.js';
import { createLogger } from '../../kernel/log.js';
import { entities } from '../../modules.js';
import { partsOf, sheetOf, workbookOf, zipOf } from '../tabular/workbook.fixture.js';
import { clearFiles } from './file.jobs.js';
import { mostUploadBytes, readTable, UploadPurpose } from './index.js';

const rows = [
  ['Họ và tên', 'Điện thoại'],
  ['Nguyễn Thị Hoà', '0912345678'],
];
const request = `mutation ($name: String!, $size: Int!) {
  requestUpload(purpose: ACCOUNTS_SHEET, fileName: $name, sizeBytes: $size) { path expiresAt maxBytes } }`;

interface Ticket {
  path: string;
  expiresAt: string;
  maxBytes: number;
}
interface Received {
  status: number;
  body: { fileId?: string; error?: { key: string; messages: { vi: string; en: string } } };
}

let world: World;
let admin: Client;

beforeAll(async () => {
  world = await createWorld();
  admin = await world.as('quantri');
});
afterAll(() => world.close());

async function ticketOf(client: Client, name = 'Danh sách.xlsx'): Promise<string> {
  const { requestUpload } = await client.ask<{ requestUpload: Ticket }>(request, { name, size: 1_000 });
  return requestUpload.path;
}

async function send(
  path: string,
  body: Buffer | string,
  { cookie = admin.cookie, headers = {} }: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<Received> {
  const response = await fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie, ...headers },
    body: Buffer.from(body as string),
  });
  return { status: response.status, body: (await response.json()) as Received['body'] };
}

async function refused(received: Promise<Received>): Promise<[number, string | undefined]> {
  const { status, body } = await received;
  expect(body.error?.messages.vi).not.toBe(body.error?.messages.en);
  expect(body.fileId).toBeUndefined();
  return [status, body.error?.key];
}

const kept = async () =>
  (await world.owner.query<{ count: number }>('select count(*)::int as count from uploaded_file')).rows[0]!
    .count;

describe('leave to hand in a file', () => {
  test('is given to nobody who has no use for it', async () => {
    expect(await world.anonymous().refused(request, { name: 'a', size: 1 })).toBe('NOT_SIGNED_IN');
    for (const login of ['lanhdao', 'truongthon', 'sokhcn'] as const)
      expect(await (await world.as(login)).refused(request, { name: 'a', size: 1 })).toBe('NOT_ALLOWED');
    // May hand in files, but not invite people.
    expect(await (await world.as('vanhoa')).refused(request, { name: 'a', size: 1 })).toBe('NOT_ALLOWED');
  });

  test('is not given for a file that is empty or too large', async () => {
    expect(await admin.refused(request, { name: 'a', size: 0 })).toBe('UPLOAD_EMPTY');
    expect(await admin.refused(request, { name: 'a', size: -1 })).toBe('UPLOAD_EMPTY');
    expect(await admin.refused(request, { name: 'a', size: mostUploadBytes + 1 })).toBe('UPLOAD_TOO_LARGE');
    expect(await admin.refused(request, { name: 'a', size: 2 ** 31 - 1 })).toBe('UPLOAD_TOO_LARGE');
  });

  test('is an address of 32 random bytes, of which only the hash is kept', async () => {
    const { requestUpload } = await admin.ask<{ requestUpload: Ticket }>(request, { name: 'a', size: 1 });
    expect(requestUpload.path).toMatch(/^\/uploads\/[\w-]{43}$/);
    expect(requestUpload.maxBytes).toBe(5_000_000);
    const minutes = (Date.parse(requestUpload.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    const token = requestUpload.path.split('/')[2]!;
    const hash = createHash('sha256').update(token).digest();
    const { rowCount } = await world.owner.query('delete from upload_ticket where token_hash = $1', [hash]);
    expect(rowCount).toBe(1);
  });
});

describe('an upload', () => {
  test('without leave is not found, whoever sends it', async () => {
    const unknown = `/uploads/${'x'.repeat(43)}`;
    for (const cookie of ['', admin.cookie])
      expect(await refused(send(unknown, workbookOf(rows), { cookie }))).toEqual([404, 'UPLOAD_NOT_FOUND']);
  });

  test('of somebody else, or of another session of the same person, is not found and uses nothing up', async () => {
    const path = await ticketOf(admin);
    const office = await world.as('vanhoa');
    const other = await world.newcomer({ login: 'quantri.hai', role: 'ADMIN', at: 'UBND' });
    const again = await Client.signIn(world.url, 'quantri', 'một-mật-khẩu-thử');
    for (const cookie of ['', office.cookie, other.cookie, again.cookie])
      expect(await refused(send(path, workbookOf(rows), { cookie }))).toEqual([404, 'UPLOAD_NOT_FOUND']);
    expect((await send(path, workbookOf(rows))).status).toBe(201);
  });

  test('works once, and not after ten minutes', async () => {
    const path = await ticketOf(admin);
    expect((await send(path, workbookOf(rows))).status).toBe(201);
    expect(await refused(send(path, workbookOf(rows)))).toEqual([404, 'UPLOAD_NOT_FOUND']);
    const late = await ticketOf(admin);
    await world.owner.query(`update upload_ticket set expires_at = now() - interval '1 second'`);
    expect(await refused(send(late, workbookOf(rows)))).toEqual([404, 'UPLOAD_NOT_FOUND']);
  });

  test('is used up by a file that is refused', async () => {
    const path = await ticketOf(admin);
    expect(await refused(send(path, '<svg/>'))).toEqual([400, 'NOT_A_SHEET']);
    expect(await refused(send(path, workbookOf(rows)))).toEqual([404, 'UPLOAD_NOT_FOUND']);
  });

  test.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'NOT_A_SHEET'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'NOT_A_SHEET'],
    ['a PDF', '%PDF-1.7', 'NOT_A_SHEET'],
    ['a program', 'MZ\u0090\u0000', 'NOT_A_SHEET'],
    ['nothing', '', 'UPLOAD_EMPTY'],
    ['a zip', zipOf([{ name: 'a.txt', content: 'a' }]), 'NOT_A_SHEET'],
    [
      'a workbook with a page behind it',
      Buffer.concat([workbookOf(rows), Buffer.from('<html>')]),
      'SHEET_NOT_SAFE',
    ],
    [
      'a workbook that inflates to 60 MB',
      zipOf([...partsOf(sheetOf(rows)), { name: 'xl/x.xml', content: Buffer.alloc(60_000_000) }]),
      'SHEET_NOT_SAFE',
    ],
  ])('of %s is refused by its content and not kept', async (_what, bytes, key) => {
    const before = await kept();
    expect(await refused(send(await ticketOf(admin), bytes))).toEqual([400, key]);
    expect(await kept()).toBe(before);
  });

  test('in another media type is refused before it is looked at, and uses nothing up', async () => {
    const path = await ticketOf(admin);
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json',
      '',
    ];
    for (const type of types)
      expect(await refused(send(path, workbookOf(rows), { headers: { 'content-type': type } }))).toEqual([
        415,
        'UPLOAD_WRONG_TYPE',
      ]);
    expect((await send(path, workbookOf(rows))).status).toBe(201);
  });

  test('for another site is refused', async () => {
    const path = await ticketOf(admin);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[]) {
      const response = await fetch(`${world.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', cookie: admin.cookie, ...headers },
        body: 'x',
      });
      expect(response.status).toBe(403);
    }
    expect((await send(path, workbookOf(rows))).status).toBe(201);
  });

  test('that says it is too large is refused before it is sent', async () => {
    const path = await ticketOf(admin);
    const body = Buffer.alloc(mostUploadBytes + 1, 'a');
    expect(await refused(send(path, body))).toEqual([413, 'UPLOAD_TOO_LARGE']);
  });

  test('that does not say how large it is is cut off at the limit', async () => {
    const before = await kept();
    const { status, sentBytes } = await stream(await ticketOf(admin), 50_000_000);
    expect(status).toBe(413);
    expect(sentBytes).toBeLessThan(20_000_000);
    expect(await kept()).toBe(before);
  });

  test('of the largest size is taken', async () => {
    const line = 'Nguyễn Văn A;0912345678\n';
    const text = `Họ tên;Điện thoại\n${line.repeat(200_000)}`;
    const bytes = Buffer.from(text).subarray(0, mostUploadBytes - 100);
    const whole = bytes.subarray(0, bytes.lastIndexOf('\n'));
    expect((await send(await ticketOf(admin), whole)).status).toBe(201);
  });

  test('is never given out again', async () => {
    const path = await ticketOf(admin);
    const { body } = await send(path, workbookOf(rows));
    for (const address of [
      path,
      `/uploads/${body.fileId}`,
      '/uploads/',
      '/uploads',
      '/uploads/../uploads/x',
    ]) {
      const response = await fetch(`${world.url}${address}`, {
        headers: { cookie: admin.cookie, accept: 'text/html' },
      });
      expect([address, response.status]).toEqual([address, 404]);
    }
  });

  test('leaves no trace of where its sender says it comes from', async () => {
    const path = await ticketOf(admin, '../../etc/\u202Epasswd.xlsx');
    const { body } = await send(path, workbookOf(rows));
    const { rows: found } = await world.owner.query<{ name: string; sha256: Buffer; purpose: string }>(
      'select name, sha256, purpose from uploaded_file where id = $1',
      [body.fileId],
    );
    expect(found[0]).toMatchObject({ name: 'passwd.xlsx', purpose: 'ACCOUNTS_SHEET' });
    expect(found[0]!.sha256).toEqual(createHash('sha256').update(workbookOf(rows)).digest());
  });

  test('is limited to thirty files a day', async () => {
    await world.owner.query('delete from uploaded_file');
    await world.owner.query('delete from upload_ticket');
    for (let count = 0; count < 30; count += 1) await ticketOf(admin);
    expect(await admin.refused(request, { name: 'a', size: 1 })).toBe('TOO_MANY_UPLOADS');
    await world.owner.query('delete from upload_ticket');
  });
});

describe('an uploaded file', () => {
  const log = createLogger('silent');
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(world.env['DATABASE_URL']!, 2, entities, log);
  });
  afterAll(() => database.close());

  async function inUnit<T>(scope: Scope, work: (ctx: Context) => Promise<T>): Promise<T> {
    const clock = { now: () => new Date(), state: { assumed: false, offsetMs: 0 } };
    const unit = await openUnit({ database, clock, log }, scope);
    try {
      return await unit.transaction(() => work(unit.ctx));
    } finally {
      unit.close();
    }
  }

  test('is read by its owner alone, for its purpose, within a day', async () => {
    const { body } = await send(await ticketOf(admin), workbookOf(rows));
    const read = (client: Client) => {
      const session = createHash('sha256').update(client.cookie.split('=')[1]!).digest();
      return inUnit({ session, address: '127.0.0.1' }, (ctx) =>
        readTable(ctx, body.fileId!, UploadPurpose.ACCOUNTS_SHEET, ['Họ và tên']),
      );
    };
    await expect(read(await world.as('vanhoa'))).rejects.toMatchObject({ key: 'FILE_NOT_FOUND' });
    expect(await read(admin)).toEqual({ columns: rows[0], rows: [{ line: 2, cells: rows[1] }] });
    await world.owner.query(`update uploaded_file set expires_at = now() - interval '1 second'`);
    await expect(read(admin)).rejects.toMatchObject({ key: 'FILE_NOT_FOUND' });
  });

  test('is behind a wall in the database too: its owner’s alone, and never changed', async () => {
    const { body } = await send(await ticketOf(admin), workbookOf(rows));
    const { rows: accounts } = await world.owner.query<{ login: string; id: string; commune_id: number }>(
      'select login, id, commune_id from account',
    );
    const app = new pg.Client({ connectionString: world.env['DATABASE_URL']! });
    await app.connect();
    const seenBy = async (commune: number, account: string | undefined) => {
      await app.query('select set_scope($1, true, null, true, null, 31, null, $2)', [commune, account]);
      return (await app.query('select from uploaded_file where id = $1', [body.fileId])).rowCount;
    };
    const account = (login: string) => accounts.find((row) => row.login === login)!.id;
    expect(await seenBy(world.communeId, account('vanhoa'))).toBe(0);
    expect(await seenBy(world.communeId + 1, account('quantri'))).toBe(0);
    expect(await seenBy(world.communeId, account('quantri'))).toBe(1);
    await expect(app.query(`update uploaded_file set bytes = 'x'`)).rejects.toThrow('permission denied');
    await app.end();
  });

  test('is cleared away when its day is over', async () => {
    await world.owner.query('delete from uploaded_file');
    await send(await ticketOf(admin), workbookOf(rows));
    const { body } = await send(await ticketOf(admin), workbookOf(rows));
    await world.owner.query(
      `update uploaded_file set expires_at = now() - interval '1 second' where id = $1`,
      [body.fileId],
    );
    const { communeId } = world;
    await inUnit({ jobOf: communeId }, (ctx) => clearFiles.run(ctx, { communeId }));
    expect(await kept()).toBe(1);
  });
});

/** Sends a body of unknown length by hand, until the server has enough. */
function stream(path: string, bytes: number): Promise<{ status: number; sentBytes: number }> {
  return new Promise((resolve) => {
    const { port } = new URL(world.url);
    const socket = connect(Number(port), '127.0.0.1');
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const framed = Buffer.concat([
      Buffer.from(`${chunk.length.toString(16)}\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]);
    let answer = '';
    let sentBytes = 0;
    let isOver = false;
    const finish = () => {
      if (isOver) return;
      isOver = true;
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), sentBytes });
    };
    const pump = () => {
      while (!isOver && sentBytes < bytes) {
        sentBytes += chunk.length;
        if (!socket.write(framed)) return void socket.once('drain', pump);
      }
    };
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', finish);
    socket.on('error', finish);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${admin.cookie}\r\n` +
        'Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    pump();
  });
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { Client } from '../../../../tests/kit/client.js';
import { testDatabase } from '../../../../tests/kit/database.js';
import { readConfig } from '../../kernel/config.js';
import { start, type Running } from '../../start.js';
import { me, turnOnFactor } from './access.fixture.js';

// No world here: nobody and nothing is in the database.
let owner: pg.Client;
let appUrl: string;
let running: Running;
let url: string;
let code: string;

/** Starts the server; gives what it printed. */
async function startAndListen(): Promise<string[]> {
  const lines: string[] = [];
  const log = pino(
    { level: 'warn' },
    { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
  );
  const config = readConfig({ DATABASE_URL: appUrl, PORT: '0', FACES: 'http', DATABASE_POOL: '4' });
  running = await start(config, log);
  url = `http://127.0.0.1:${running.port}`;
  return lines;
}
const codeIn = (lines: string[]) => /[0-9A-Z]{5}(-[0-9A-Z]{5}){4}/.exec(lines.join('\n'))?.[0];

beforeAll(async () => {
  const database = await testDatabase();
  appUrl = database.appUrl;
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const lines = await startAndListen();
  code = codeIn(lines)!;
});
beforeEach(() => owner.query('delete from rate_limit'));
afterAll(async () => {
  await running.stop();
  await owner.end();
});

const isOpen = async () =>
  (await new Client(url).ask<{ setup: { isOpen: boolean } }>('{ setup { isOpen } }')).setup.isOpen;
const found =
  'mutation ($input: FoundCommuneInput!) { foundCommune(input: $input) { state login commune { code name } } }';
const input = (change: object = {}) => ({
  input: {
    setupCode: code,
    communeCode: '10993',
    communeName: ' Thượng  Hồng ',
    provinceCode: '31',
    provinceName: 'Thành phố Hải Phòng',
    villages: ['Thôn Đông', 'Thôn Tây'],
    fullName: 'Hoàng Thị Quản',
    login: 'Hoang.Quan',
    password: 'con mèo ngủ trên mái',
    ...change,
  },
});
const communes = async () => (await owner.query('select code from commune')).rowCount;

describe('a start without any account', () => {
  test('prints a one-time code, of which only the hash is kept, and a new one at the next start', async () => {
    expect(code).toBeDefined();
    const { rows } = await owner.query<{ row: string; hours: string }>(
      `select setup_code::text as row, extract(epoch from expires_at - now()) / 3600 as hours from setup_code`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(code);
    expect(Number(rows[0]!.hours)).toBeLessThanOrEqual(24);
    const before = code;
    await running.stop();
    const lines = await startAndListen();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`http://127.0.0.1:${running.port}/setup`);
    code = codeIn(lines)!;
    expect(code).not.toBe(before);
    expect(await new Client(url).refused(found, input({ setupCode: before }))).toBe('SETUP_REFUSED');
  });

  test('lets nobody sign in, and nobody found a commune without the code', async () => {
    expect(await isOpen()).toBe(true);
    for (const setupCode of ['', 'AAAAA-AAAAA-AAAAA', code.slice(1)])
      expect(await new Client(url).refused(found, input({ setupCode }))).toBe('SETUP_REFUSED');
    expect(await communes()).toBe(0);
  });

  test('refuses the code after a day, and after ten wrong ones from an address', async () => {
    await owner.query(`update setup_code set expires_at = expires_at - interval '24 hours'`);
    expect(await new Client(url).refused(found, input())).toBe('SETUP_REFUSED');
    await owner.query(`update setup_code set expires_at = expires_at + interval '24 hours'`);
    for (let round = 0; round < 9; round += 1)
      await new Client(url).refused(found, input({ setupCode: `sai ${round}` }));
    expect(await new Client(url).refused(found, input())).toBe('TOO_MANY_ATTEMPTS');
    expect(await communes()).toBe(0);
  });

  test.each([
    [{ communeCode: '1099' }, 'SETUP_CODE_OF_PLACE', 'input.communeCode'],
    [{ provinceCode: 'HP' }, 'SETUP_CODE_OF_PLACE', 'input.provinceCode'],
    [{ communeName: ' ' }, 'SETUP_NAME_EMPTY', 'input.communeName'],
    [{ villages: ['Thôn Đông', ' thôn đông'] }, 'SETUP_VILLAGES', 'input.villages'],
    [{ villages: ['Thôn Đông', ''] }, 'SETUP_NAME_EMPTY', 'input.villages.1'],
    [{ login: 'quản trị' }, 'SETUP_LOGIN', 'input.login'],
    [{ password: 'ngắn' }, 'PASSWORD_TOO_SHORT', 'input.password'],
    [{ password: 'hoang.quan 2025' }, 'PASSWORD_ABOUT_YOU', 'input.password'],
  ])('says what is wrong with %j', async (change, key, path) => {
    const { errors } = await new Client(url).send(found, input(change));
    const { key: shown, fields } = errors![0]!.extensions;
    expect([shown, fields.map((field) => field.path)]).toEqual([key, [path]]);
    expect(await communes()).toBe(0);
  });
});

describe('founding the first commune', () => {
  let admin: Client;

  test('happens once, however many try at the same time with the right code', async () => {
    const clients = Array.from({ length: 4 }, () => new Client(url));
    const answers = await Promise.all(
      clients.map((client, index) =>
        client.send<{ foundCommune: object }>(
          found,
          input({ login: `quan.tri${index}`, setupCode: code.toLowerCase() }),
        ),
      ),
    );
    const won = answers.findIndex(({ errors }) => !errors);
    expect(answers.filter(({ errors }) => errors?.[0]!.extensions.key === 'SETUP_REFUSED')).toHaveLength(3);
    expect(answers[won]!.data.foundCommune).toEqual({
      state: 'NEEDS_FACTOR',
      login: `quan.tri${won}`,
      commune: { code: '10993', name: 'Thượng Hồng' },
    });
    expect(await communes()).toBe(1);
    admin = clients[won]!;
  });

  test('adds the organisations of every commune and its own villages below the committee', async () => {
    const { rows } = await owner.query<{ unit: string }>(
      `select u.code || ' ' || u.kind || ' ' || coalesce(p.code, '-') as unit from org_unit u left join org_unit p on p.id = u.parent_id order by u.sort_order`,
    );
    expect(rows.map(({ unit }) => unit)).toEqual([
      'SKHCN CITY_DEPARTMENT -',
      'UBND PEOPLES_COMMITTEE SKHCN',
      'BCD STEERING_COMMITTEE -',
      'VHXH CULTURE_SOCIETY_OFFICE UBND',
      'VP COMMUNE_OFFICE UBND',
      'TTPVHCC PUBLIC_SERVICE_CENTER UBND',
      'MTTQ FATHERLAND_FRONT -',
      'HPN MASS_ORGANIZATION MTTQ',
      'HND MASS_ORGANIZATION MTTQ',
      'CCB MASS_ORGANIZATION MTTQ',
      'DTN MASS_ORGANIZATION MTTQ',
      'CD MASS_ORGANIZATION MTTQ',
      'T01 VILLAGE UBND',
      'T02 VILLAGE UBND',
    ]);
  });

  test('asks the administrator for a second factor before anything else', async () => {
    expect(await admin.refused('{ orgUnits { totalCount } }')).toBe('NOT_SIGNED_IN');
    await turnOnFactor(admin);
    expect(await me(admin)).toMatchObject({ state: 'SIGNED_IN', positions: [{ role: 'ADMIN' }] });
    expect(await admin.ask('{ orgUnits { totalCount } securitySettings { secondFactorRoles } }')).toEqual({
      orgUnits: { totalCount: 14 },
      securitySettings: { secondFactorRoles: ['LEADER', 'ADMIN'] },
    });
    expect((await me(admin)).abilities).toContainEqual({ action: 'account:manage' });
  });

  test('closes the door: no code is printed, and none is taken', async () => {
    expect(await isOpen()).toBe(false);
    expect(await new Client(url).refused(found, input({ communeCode: '12127' }))).toBe('SETUP_REFUSED');
    await running.stop();
    expect(await startAndListen()).toEqual([]);
    expect((await owner.query('select from setup_code')).rowCount).toBe(0);
    const { rows } = await owner.query<{ type: string }>('select type from event order by id');
    expect(rows.map(({ type }) => type)).toEqual(['CommuneFounded', 'SignedIn', 'SecondFactorTurnedOn']);
  });
});

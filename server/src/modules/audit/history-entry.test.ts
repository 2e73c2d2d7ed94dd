import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { until } from '../../../../tests/kit/until.js';
import { aVisit, correctVisit, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { byField, entries } from './history.fixture.js';

let world: World;
let leader: Client;
let office: Client;
let admin: Client;
let home: string;

beforeAll(async () => {
  // The worker looks for what is to be sealed as often as it looks for deadlines.
  world = await createWorld({ tickMs: 100 });
  leader = await world.as('lanhdao');
  office = await world.as('vanhoa');
  admin = await world.as('quantri');
  home = await world.home();
}, 60_000);
afterAll(() => world.close());

const ofPerson = (personId: string) => ({ subjectType: 'person', subjectId: personId });
const ofHome = () => ({ subjectType: 'household', subjectId: home });

const addPerson = 'mutation ($input: PersonInput!) { addPerson(input: $input) { id } }';
const changePerson =
  'mutation ($id: ID!, $input: PersonInput!) { changePerson(id: $id, input: $input) { id } }';
const changeHousehold =
  'mutation ($id: ID!, $version: Int!, $input: ChangeHouseholdInput!) { changeHousehold(id: $id, version: $version, input: $input) { version } }';

describe('an entry tells', () => {
  test('who did what, and each field before and after', async () => {
    const { addPerson: person } = await office.ask<{ addPerson: { id: string } }>(addPerson, {
      input: { fullName: 'Đỗ Cũ', phone: '0912 000 111', skills: ['COURSES'] },
    });
    await office.ask(changePerson, {
      id: person.id,
      input: { fullName: 'Đỗ Mới', phone: '0912000222', skills: ['COURSES'], birthYear: 1960 },
    });
    const [changed, added] = await entries(office, ofPerson(person.id));
    expect(changed).toMatchObject({
      type: 'PersonChanged',
      actor: { fullName: 'Phạm Văn Hoá' },
      channel: 'SCREEN',
      detailState: 'SHOWN',
      data: { personId: person.id, fields: ['fullName', 'phone', 'birthYear'] },
      changes: byField(
        { field: 'fullName', before: 'Đỗ Cũ', after: 'Đỗ Mới' },
        { field: 'phone', before: '0912000111', after: '0912000222' },
      ),
    });
    expect(added).toMatchObject({
      type: 'PersonAdded',
      changes: byField(
        { field: 'fullName', before: null, after: 'Đỗ Cũ' },
        { field: 'phone', before: null, after: '0912000111' },
        { field: 'skills', before: null, after: ['COURSES'] },
      ),
    });
    expect(new Date(changed!.occurredAt).getTime()).toBeGreaterThanOrEqual(
      Date.parse('2025-12-01T08:00:00+07:00'),
    );
    // Written by the system's clock, whatever the business date.
    expect(Math.abs(new Date(changed!.recordedAt).getTime() - Date.now())).toBeLessThan(60_000);
  });

  test('phones masked to those who need not call anybody', async () => {
    const filter = { types: ['PersonChanged'], search: 'đỗ mới' };
    for (const client of [leader, admin]) {
      const [entry] = await entries(client, filter);
      expect(entry?.changes).toContainEqual({ field: 'phone', before: '0912***111', after: '0912***222' });
      expect(JSON.stringify(entry)).not.toMatch(/0912000/);
    }
  });

  test('of a home its values to those who see every home, and to the administrator only that there are some', async () => {
    await office.ask(changeHousehold, {
      id: home,
      version: 1,
      input: { headName: 'Nguyễn Thị Sau', phone: '0912333444', adults: 2 },
    });
    const [shown] = await entries(office, ofHome());
    expect(shown).toMatchObject({
      type: 'HouseholdChanged',
      detailState: 'SHOWN',
      changes: byField(
        { field: 'adults', before: 3, after: 2 },
        {
          field: 'headName',
          before: expect.stringContaining('Nguyễn Văn Số'),
          after: 'Nguyễn Thị Sau',
        },
        { field: 'phone', before: '0987654321', after: '0912333444' },
      ),
    });
    const [hidden] = await entries(admin, ofHome());
    expect(hidden).toMatchObject({ id: shown!.id, detailState: 'HIDDEN', changes: [] });
    expect(JSON.stringify(hidden)).not.toContain('Sau');
  });

  test('that its values were erased, and everything else as before', async () => {
    const [before] = await entries(office, ofHome());
    await world.owner.query('delete from event_detail where event_id = $1', [before!.id]);
    for (const client of [office, admin]) {
      const [erased] = await entries(client, ofHome());
      expect(erased).toMatchObject({
        id: before!.id,
        detailState: 'ERASED',
        changes: [],
        data: before!.data,
      });
    }
  });

  test('what a correction changed of a visit, and why', async () => {
    const member = await world.as('thanhvien');
    const visit = aVisit(home, { adultsWithSmartphone: 1, note: 'Gọi lại sau' });
    await member.ask(recordVisit, { input: visit });
    const corrected = aVisit(home, { topics: ['HEALTH_BOOK'], note: 'Đã gọi' });
    await member.ask(correctVisit, { visitId: visit.id, reason: 'Ghi nhầm', input: corrected });
    const [entry] = await entries(leader, { subjectType: 'visit', subjectId: corrected.id });
    expect(entry).toMatchObject({
      type: 'VisitCorrected',
      actor: { fullName: 'Đặng Văn Bình' },
      changes: byField(
        { field: 'topics', before: ['VNEID_LEVEL2'], after: ['HEALTH_BOOK'] },
        { field: 'adultsWithSmartphone', before: 1, after: null },
        { field: 'reason', before: null, after: 'Ghi nhầm' },
      ),
    });
    const [recorded] = await entries(leader, { subjectType: 'visit', subjectId: visit.id });
    expect(recorded).toMatchObject({ type: 'VisitRecorded', detailState: 'NONE', changes: [] });
  });

  test('the figures of a month before and after, which are nobody’s and so are never erased', async () => {
    const center = await world.as('trungtam');
    const record = 'mutation ($input: RecordDossierMonthInput!) { recordDossierMonth(input: $input) { id } }';
    const figures = {
      endsOn: '2025-11-14',
      dossiers: 10,
      dossiersOnline: 9,
      onlineUsers: 5,
      onlineUsersVerified: 4,
    };
    await center.ask(record, { input: figures });
    await center.ask(record, { input: { ...figures, dossiers: 12 } });
    const [changed] = await entries(leader, { types: ['DossierMonthRecorded'] });
    expect(changed).toMatchObject({ detailState: 'NONE' });
    expect(changed?.changes).toContainEqual({ field: 'dossiers', before: 10, after: 12 });
  });

  test('from which device and address, as they were then', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `select s.id from session s join account a on a.id = s.account_id where a.login = 'quantri' and s.ended_at is null`,
    );
    const sessionId = rows[0]!.id;
    await world.owner.query(
      `update session set user_agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0' where id = $1`,
      [sessionId],
    );
    const rename = async (name: string) =>
      admin.ask('mutation ($id: ID!, $name: String!) { renameOrgUnit(id: $id, name: $name) { id } }', {
        id: world.units['TAY'],
        name,
      });
    await rename('Thôn Tây Một');
    await world.owner.query(
      `insert into session_place (commune_id, session_id, since, address) values ($1, $2, clock_timestamp(), '203.0.113.7')`,
      [world.communeId, sessionId],
    );
    await rename('Thôn Tây Hai');
    const [second, first] = await entries(leader, { types: ['OrgUnitRenamed'] });
    expect(second).toMatchObject({ device: 'Chrome · Windows', address: '203.0.113.7' });
    expect(first).toMatchObject({ device: 'Chrome · Windows', address: '127.0.0.1' });
    expect(first?.changes).toEqual([{ field: 'name', before: 'Thôn Tây', after: 'Thôn Tây Một' }]);
  });

  test('with which key a script did it, and what the system did itself', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
       select $1, id, 'Máy chấm công', 'tn_ab', '\\x01', '{person:read}', now() + interval '1 day' from account where login = 'vanhoa' returning id`,
      [world.communeId],
    );
    const tell = (type: string, actor: string | null, key: string | null) =>
      world.owner.query(
        `insert into event (commune_id, type, subject_type, subject_id, actor_person_id, api_key_id, request_id, occurred_at, data)
         values ($1, $2, 'tale', '1', $3, $4, 'r', now(), '{}')`,
        [world.communeId, type, actor, key],
      );
    await tell('ByKey', world.people.vanhoa, rows[0]!.id);
    await tell('ByItself', null, null);
    expect((await entries(leader, { types: ['ByKey'] }))[0]).toMatchObject({
      channel: 'API_KEY',
      actor: { fullName: 'Phạm Văn Hoá' },
      device: 'Máy chấm công (tn_ab…)',
      address: null,
    });
    expect((await entries(leader, { types: ['ByItself'] }))[0]).toMatchObject({
      channel: 'JOB',
      actor: null,
      device: null,
    });
  });

  test('when it was sealed, which a worker does by itself', async () => {
    const { waiting } = await until(
      { what: 'everything is sealed' },
      async () =>
        (await world.owner.query<{ waiting: number }>('select count(*)::int as waiting from event_waiting'))
          .rows[0]!,
      (row) => row.waiting === 0,
    );
    expect(waiting).toBe(0);
    const [entry] = await entries(leader, {});
    expect(Math.abs(new Date(entry!.sealedAt!).getTime() - Date.now())).toBeLessThan(60_000);
    const { historySeal } = await leader.ask<{ historySeal: Record<string, unknown> }>(
      '{ historySeal { sealedEntries waitingEntries head sealedAt } }',
    );
    const { rows } = await world.owner.query<{ all: number; head: string }>(
      `select count(*)::int as all, (select encode(hash, 'hex') from event_link order by position desc limit 1) as head from event`,
    );
    expect(historySeal).toMatchObject({
      sealedEntries: rows[0]!.all,
      waitingEntries: 0,
      head: rows[0]!.head,
    });
  });
});

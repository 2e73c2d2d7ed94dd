import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());
beforeEach(() => world.owner.query('delete from dossier_month'));

const record = `mutation ($input: RecordDossierMonthInput!) { recordDossierMonth(input: $input) {
  id startsOn endsOn dossiers dossiersOnline onlineUsers onlineUsersVerified recordedBy { fullName } recordedAt } }`;
const figures = { dossiers: 210, dossiersOnline: 189, onlineUsers: 150, onlineUsersVerified: 120 };
const november = { endsOn: '2025-11-14', ...figures };

async function events() {
  const { rows } = await world.owner.query<{ data: object }>(
    `select data from event where type = 'DossierMonthRecorded' order by id desc`,
  );
  return rows.map(({ data }) => data);
}

describe('what is refused', () => {
  test('the team leader neither reads nor writes the register', async () => {
    const client = await world.as('totruong');
    expect(await client.refused('{ dossierMonths { totalCount } }')).toBe('NOT_ALLOWED');
    expect(await client.refused(record, { input: november })).toBe('NOT_ALLOWED');
  });

  test('the Office reads it but does not write it', async () => {
    const client = await world.as('vanhoa');
    expect(await client.refused(record, { input: november })).toBe('NOT_ALLOWED');
  });

  test('a month that is not over, or does not end on a 14th', async () => {
    const client = await world.as('trungtam');
    expect(await client.refused(record, { input: { ...november, endsOn: '2025-12-14' } })).toBe(
      'MONTH_NOT_OVER',
    );
    expect(await client.refused(record, { input: { ...november, endsOn: '2025-11-30' } })).toBe(
      'MONTH_END_NOT_14TH',
    );
  });

  test('more online than there are, each field named in both languages', async () => {
    const client = await world.as('trungtam');
    const input = { ...november, dossiersOnline: 211, onlineUsersVerified: 151 };
    const { errors } = await client.send(record, { input });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'BAD_INPUT',
      key: 'DOSSIER_FIGURES_REFUSED',
      fields: [
        {
          path: 'input.dossiersOnline',
          messages: { vi: expect.stringContaining('(211)'), en: expect.stringContaining('(211)') },
        },
        { path: 'input.onlineUsersVerified' },
      ],
    });
  });
});

describe('recording a month', () => {
  test('the Center records November; the Office reads it', async () => {
    const client = await world.as('trungtam');
    const { recordDossierMonth } = await client.ask<{ recordDossierMonth: { id: string } }>(record, {
      input: november,
    });
    expect(recordDossierMonth).toMatchObject({
      ...november,
      startsOn: '2025-10-15',
      recordedBy: { fullName: 'Đỗ Minh Tâm' },
    });
    expect((await events())[0]).toEqual({
      dossierMonthId: recordDossierMonth.id,
      endsOn: '2025-11-14',
      before: null,
      after: figures,
    });
    const office = await world.as('vanhoa');
    const { dossierMonths } = await office.ask<{ dossierMonths: object }>(
      '{ dossierMonths { totalCount nodes { endsOn } } }',
    );
    expect(dossierMonths).toEqual({ totalCount: 1, nodes: [{ endsOn: '2025-11-14' }] });
  });

  test('the same figures again change nothing and tell nobody', async () => {
    const client = await world.as('trungtam');
    const first = await client.ask(record, { input: november });
    const told = (await events()).length;
    expect(await client.ask(record, { input: november })).toEqual(first);
    expect(await events()).toHaveLength(told);
  });

  test('other figures replace them; the event keeps both', async () => {
    const client = await world.as('trungtam');
    await client.ask(record, { input: november });
    const after = { ...figures, dossiersOnline: 190 };
    await client.ask(record, { input: { ...november, ...after } });
    expect((await events())[0]).toMatchObject({ before: figures, after });
    const { rows } = await world.owner.query('select dossiers_online from dossier_month');
    expect(rows).toEqual([{ dossiers_online: 190 }]);
  });

  test('two first recordings at the same moment leave one row', async () => {
    const client = await world.as('trungtam');
    const answers = await Promise.all(
      [180, 181, 182].map((dossiersOnline) =>
        client.send(record, { input: { ...november, dossiersOnline } }),
      ),
    );
    for (const { errors } of answers)
      if (errors) expect(errors[0]!.extensions.key).toBe('DOSSIER_MONTH_TAKEN');
    const { rows } = await world.owner.query('select 1 from dossier_month');
    expect(rows).toHaveLength(1);
  });
});

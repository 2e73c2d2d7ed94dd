import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let office: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
});
afterAll(() => world.close());

const addPerson =
  'mutation ($input: PersonInput!) { addPerson(input: $input) { id fullName phone birthYear skills hasAccount } }';
const changePerson =
  'mutation ($id: ID!, $input: PersonInput!) { changePerson(id: $id, input: $input) { fullName phone skills } }';

describe('a person who cannot be entered', () => {
  test.each<[string, object, string[]]>([
    ['has no name', { fullName: ' ' }, ['PERSON_NAME_EMPTY', 'input.fullName PERSON_NAME_EMPTY']],
    [
      'has a phone that is none',
      { fullName: 'Lê A', phone: '12345' },
      ['PHONE_NOT_VALID', 'input.phone PHONE_NOT_VALID'],
    ],
    ['has a name with a NUL', { fullName: 'Lê\u0000' }, ['TEXT_NOT_VALID', 'input.fullName TEXT_NOT_VALID']],
    [
      'was born in the year 12',
      { fullName: 'Lê A', birthYear: 12 },
      ['BIRTH_YEAR_NOT_VALID', 'input.birthYear BIRTH_YEAR_NOT_VALID'],
    ],
    [
      'was born in the year 99999',
      { fullName: 'Lê A', birthYear: 99_999 },
      ['BIRTH_YEAR_NOT_VALID', 'input.birthYear BIRTH_YEAR_NOT_VALID'],
    ],
  ])('%s', async (_, input, expected) => {
    expect(await refusalOf(world, office, addPerson, { input })).toEqual(expected);
  });

  test('nobody is changed who is not there', async () => {
    const input = { fullName: 'Lê A' };
    expect(await refusalOf(world, office, changePerson, { id: randomUUIDv7(), input })).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('a person', () => {
  test('is kept with composed letters and a phone of digits, and can teach what is named', async () => {
    const input = {
      fullName: ' Lê  Thị Thuỷ '.normalize('NFD'),
      phone: '+84 (0)912.000.111',
      skills: ['ECOMMERCE', 'COURSES', 'ECOMMERCE'],
    };
    const refused = await refusalOf(world, office, addPerson, { input });
    expect(refused[0]).toBe('PHONE_NOT_VALID');
    const { addPerson: person } = await office.ask<{ addPerson: object }>(addPerson, {
      input: { ...input, phone: '+84 912.000.111' },
    });
    expect(person).toMatchObject({
      fullName: 'Lê Thị Thuỷ'.normalize('NFC'),
      phone: '0912000111',
      birthYear: null,
      skills: ['COURSES', 'ECOMMERCE'],
      hasAccount: false,
    });
  });

  test('changed leaves an event without a name in it, and its detail apart', async () => {
    const { addPerson: person } = await office.ask<{ addPerson: { id: string } }>(addPerson, {
      input: { fullName: 'Đỗ Cũ', skills: ['COURSES'] },
    });
    await office.ask(changePerson, { id: person.id, input: { fullName: 'Đỗ Mới', skills: ['ECOMMERCE'] } });
    const { rows } = await world.owner.query<{ data: object; detail: object }>(
      `select e.data, d.detail from event e join event_detail d on d.event_id = e.id where e.type = 'PersonChanged'`,
    );
    expect(rows).toEqual([
      {
        data: { personId: person.id, fields: expect.arrayContaining(['fullName', 'skills']) as unknown },
        detail: {
          before: { fullName: 'Đỗ Cũ', skills: ['COURSES'] },
          after: { fullName: 'Đỗ Mới', skills: ['ECOMMERCE'] },
        },
      },
    ]);
    expect(JSON.stringify(rows[0]!.data)).not.toContain('Đỗ');
  });
});

describe('a year of birth', () => {
  const bySomeoneElse = async (query: string, variables = {}) =>
    (await world.as('lanhdao')).refused(query, variables);

  test('is read, filtered and sorted by those who manage people, and by nobody else', async () => {
    expect(await bySomeoneElse('{ people { nodes { fullName birthYear } } }')).toBe('NOT_ALLOWED');
    expect(await bySomeoneElse('{ people(filter: { birthYear: { eq: 1960 } }) { totalCount } }')).toBe(
      'NOT_ALLOWED',
    );
    const order = 'query ($by: [PersonOrder!]) { people(orderBy: $by) { totalCount } }';
    expect(await bySomeoneElse(order, { by: [{ field: 'BIRTH_YEAR' }] })).toBe('NOT_ALLOWED');
    await office.ask(order, { by: [{ field: 'BIRTH_YEAR' }] });
  });
});

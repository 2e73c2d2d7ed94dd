import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callerOf, nobody } from './caller.js';
import { inTurns, openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ DATABASE_POOL: '2' });
});
afterAll(() => stage.close());

const homes = '{ households { totalCount } }';
const countOf = async (login: string) => {
  const { data, key } = await stage.ask(login === '' ? nobody : callerOf(stage.world, login), homes);
  return key ?? (data!['households'] as { totalCount: number }).totalCount;
};

test('three hundred calls of four people over two connections: nobody is answered in the scope of the caller before', async () => {
  const logins = ['vanhoa', 'thanhvien.dong', 'x2.vanhoa', ''];
  const answers = await inTurns(
    Array.from({ length: 300 }, (_, index) => logins[(index * 7) % 4]!),
    async (login) => `${login} ${await countOf(login)}`,
  );
  expect([...new Set(answers)].toSorted()).toEqual([
    ' NOT_SIGNED_IN',
    'thanhvien.dong 6',
    'vanhoa 18',
    'x2.vanhoa 12',
  ]);
});

test('who has left the team sees no home from that day on, and sees them again when taken back', async () => {
  const { id } = stage.world.person.find(({ fullName }) => fullName === 'Đặng Văn Bình DONG')!;
  const leave = (day: string | null) =>
    stage.owner.query('update team_membership set valid_to = $2 where person_id = $1', [id, day]);
  await leave('2025-12-01');
  expect(await countOf('thanhvien.dong')).toBe('NOT_ALLOWED');
  await leave(null);
  expect(await countOf('thanhvien.dong')).toBe(6);
});

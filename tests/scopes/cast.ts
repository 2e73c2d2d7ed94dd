/** Who is asked about: somebody of every role in several units, in both communes, and the unusual ones. */
import { callerOf, keyOf, nobody, pendingCaller, unconfirmed, viewingAs, type Caller } from './caller.js';
import { unitOf, type World } from './facts.js';

export type { Caller };

/** Of those who hold the same role in the same way one is enough on ordinary days. */
const ordinary = [
  ...[
    'lanhdao',
    'vanhoa',
    'chuyenvien',
    'vanphong',
    'trungtam',
    'mattran',
    'phunu',
    'hoidong',
    'chidao',
    'sokhcn',
    'quantri',
  ],
  ...['truongthon.dong', 'totruong.dong', 'thanhvien.dong', 'cuuthanhvien.dong'],
  ...['truongthon.tay', 'topho.tay', 'thanhvien.tay', 'thanhvien.bac', 'haivai', 'nghihuu'],
  ...['x2.vanhoa', 'x2.quantri', 'x2.truongthon.lang', 'x2.totruong.lang'],
];

/** Those who came in otherwise than all the way, as themselves, just now, at a screen. */
function unusual(world: World): Caller[] {
  const admin = callerOf(world, 'quantri');
  return [
    pendingCaller(callerOf(world, 'haikhoa')),
    ...[callerOf(world, 'vanhoa'), admin, callerOf(world, 'thanhvien.dong')].map(unconfirmed),
    viewingAs(admin, 'OFFICE', unitOf(world, 'VHXH').id),
    viewingAs(admin, 'VILLAGE_HEAD', unitOf(world, 'DONG').id),
    viewingAs(admin, 'CITY_VIEWER', unitOf(world, 'SKHCN').id),
    ...world.apiKey
      .filter(({ communeId }) => communeId === 1)
      .map(({ accountId, name }) =>
        keyOf(world, world.account.find(({ id }) => id === accountId)!.login, name),
      ),
  ];
}

/** Those of ordinary days; in the long form everybody. */
export function callersOf(world: World): Caller[] {
  const signsIn = ({ login, hasPassword, disabledAt }: World['account'][number]) =>
    hasPassword && disabledAt === null && login !== 'haikhoa';
  const everybody = world.account.filter(signsIn).map(({ login }) => login);
  const people = process.env['TEST_DEEP'] ? everybody : ordinary;
  return [nobody, ...people.map((login) => callerOf(world, login)), ...unusual(world)];
}

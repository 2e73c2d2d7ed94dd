/** Who comes in otherwise than by one position and a password: several, lent, over, not yet; and scripts. */
import { createHash } from 'node:crypto';
import { hold, type Building } from './building.js';
import { accountOf, personOf } from './facts.js';

/** Two positions and a team, an office on leave, a leader with a second factor, one who is out and one who is not in yet. */
export function addUnusualPeople(building: Building): void {
  const { world, communeId, nextId } = building;
  const both = building.addPerson({ login: 'haivai', name: 'Ngô Thị Hai Vai' });
  hold(building, { personId: both, role: 'VILLAGE_HEAD', at: 'BAC' });
  hold(building, { personId: both, role: 'COUNCIL_MEMBER', at: 'UBND' });
  const team = world.team.find(({ villageId }) => villageId === building.unit('TAY').id)!;
  world.teamMembership.push({
    id: nextId(),
    communeId,
    teamId: team.id,
    villageId: team.villageId,
    personId: both,
    role: 'MEMBER',
    nominatedById: null,
    validFrom: '2025-09-15',
    validTo: null,
    decisionNumber: null,
    decisionDate: null,
  });
  const former = building.addPerson({ login: 'nghihuu', name: 'Cao Văn Hưu' });
  hold(building, { personId: former, role: 'OFFICE', at: 'VHXH', validTo: '2025-11-01' });
  const careful = building.addPerson({ login: 'haikhoa', name: 'Tạ Thị Hai Khoá' });
  hold(building, { personId: careful, role: 'LEADER', at: 'UBND' });
  const accountId = accountOf(world, 'haikhoa').id;
  const confirmedAt = '2025-10-01T01:00:00.000Z';
  world.secondFactor.push({ communeId, accountId, secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', confirmedAt });
  addStrangers(building);
  addDelegations(building);
}

function addStrangers(building: Building): void {
  const { world, communeId, nextId } = building;
  const kept = building.addPerson({ login: 'bikhoa', name: 'Kiều Văn Khoá' });
  hold(building, { personId: kept, role: 'OFFICE', at: 'VHXH' });
  Object.assign(accountOf(world, 'bikhoa'), {
    disabledAt: '2025-11-20T01:00:00.000Z',
    disabledReason: 'Chuyển công tác',
  });
  building.addPerson({ login: 'moimoi', name: 'Âu Thị Mới' });
  const invited = accountOf(world, 'moimoi');
  invited.hasPassword = false;
  world.invitation.push({
    id: nextId(),
    communeId,
    accountId: invited.id,
    kind: 'JOIN',
    tokenHash: '\\x00',
    createdById: personOf(world, 'quantri').id,
    createdAt: '2025-11-25T01:00:00.000Z',
    expiresAt: '2099-01-01T00:00:00.000Z',
  });
}

function addDelegations(building: Building): void {
  const { world, communeId, nextId } = building;
  const fromPersonId = personOf(world, 'vanhoa').id;
  const lent: [login: string, from: string, to: string, ended: string | null][] = [
    ['thanhvien.tay', '2025-11-24', '2025-12-15', null],
    ['thanhvien.bac', '2025-11-01', '2025-12-01', null],
    ['phunu', '2025-11-24', '2025-12-15', '2025-11-30T01:00:00.000Z'],
    ['nongdan', '2025-12-02', '2025-12-15', null],
  ];
  for (const [login, validFrom, validTo, endedAt] of lent) {
    world.delegation.push({
      id: nextId(),
      communeId,
      orgUnitId: building.unit('VHXH').id,
      role: 'OFFICE',
      fromPersonId,
      toPersonId: personOf(world, login).id,
      validFrom,
      validTo,
      reason: 'Đi tập huấn',
      createdById: fromPersonId,
      createdAt: `${validFrom}T01:00:00.000Z`,
      endedAt,
    });
  }
}

/** Keys of scripts: of what their owners may do a part, and nothing that their owners may not. */
const keys: [owner: string, name: string, scopes: string[]][] = [
  ['vanhoa', 'doc-ho', ['household:read']],
  ['vanhoa', 'doc-nguoi', ['person:read', 'team:read']],
  ['vanhoa', 'ghi-tham', ['household:read', 'visit:read', 'visit:record', 'org:read']],
  ['quantri', 'soat', ['account:read', 'audit:read', 'person:read']],
  ['lanhdao', 'xuat', ['household:export', 'person:export', 'household:read']],
  ['trungtam', 'goi', ['household:read', 'person:phone', 'person:read', 'person:manage']],
  ['phunu', 'qua-quyen', ['household:read', 'account:manage', 'plan:read']],
];

/** The secret of a key; what the database keeps of it is its hash. */
export const keyText = (login: string, name: string): string =>
  `tn_${createHash('sha256').update(`${login} ${name}`).digest('base64url')}`;

export function addKeys({ world, communeId, prefix, nextId }: Building): void {
  for (const [index, [owner, name, scopes]] of keys.entries()) {
    const login = `${prefix}${owner}`;
    const key = keyText(login, name);
    world.apiKey.push({
      id: nextId(),
      communeId,
      accountId: accountOf(world, login).id,
      name,
      hint: key.slice(0, 8),
      keyHash: `\\x${createHash('sha256').update(key).digest('hex')}`,
      scopes,
      createdAt: `2025-10-0${1 + index}T01:00:00.000Z`,
      expiresAt: '2099-01-01T00:00:00.000Z',
      revokedAt: null,
    });
  }
}

/**
 * Two communes: xã Thượng Hồng, which the tests look at, and xã Láng Giềng, of which it must never see a row. Nothing
 * is random: a failure names the same ids on every machine.
 */
import { began, begin, hold, type Building } from './building.js';
import { emptyWorld, personOf, unitOf, type Role, type World } from './facts.js';
import { addKeys, addUnusualPeople } from './world-access.js';
import { addPlan } from './world-plan.js';
import { addPrivacy } from './world-privacy.js';
import { addVillage } from './world-village.js';

const offices: [code: string, kind: string, name: string][] = [
  ['UBND', 'PEOPLES_COMMITTEE', 'Uỷ ban nhân dân xã'],
  ['VHXH', 'CULTURE_SOCIETY_OFFICE', 'Phòng Văn hoá - Xã hội'],
  ['VP', 'COMMUNE_OFFICE', 'Văn phòng HĐND và UBND'],
  ['TTPVHCC', 'PUBLIC_SERVICE_CENTER', 'Trung tâm Phục vụ hành chính công'],
  ['MTTQ', 'FATHERLAND_FRONT', 'Uỷ ban Mặt trận Tổ quốc xã'],
  ['PHUNU', 'MASS_ORGANIZATION', 'Hội Liên hiệp Phụ nữ xã'],
  ['NONGDAN', 'MASS_ORGANIZATION', 'Hội Nông dân xã'],
  ['BCD', 'STEERING_COMMITTEE', 'Ban Chỉ đạo'],
  ['SKHCN', 'CITY_DEPARTMENT', 'Sở Khoa học và Công nghệ'],
];

/** Who sits where. Tests name them by their logins. */
const officials: [login: string, name: string, role: Role, at: string][] = [
  ['lanhdao', 'Vũ Thị Lãnh', 'LEADER', 'UBND'],
  ['vanhoa', 'Phạm Văn Hoá', 'OFFICE', 'VHXH'],
  ['chuyenvien', 'Lưu Thị Viên', 'OFFICE', 'VHXH'],
  ['vanphong', 'Đặng Thị Phòng', 'COMMUNE_OFFICE', 'VP'],
  ['trungtam', 'Đỗ Minh Tâm', 'SERVICE_CENTER', 'TTPVHCC'],
  ['mattran', 'Nguyễn Thị Mặt', 'FRONT', 'MTTQ'],
  ['phunu', 'Lê Thị Phụ', 'MASS_ORG', 'PHUNU'],
  ['nongdan', 'Trịnh Văn Nông', 'MASS_ORG', 'NONGDAN'],
  ['hoidong', 'Bùi Văn Đồng', 'COUNCIL_MEMBER', 'UBND'],
  ['chidao', 'Lê Chỉ Đạo', 'STEERING_VIEWER', 'BCD'],
  ['sokhcn', 'Bùi Thành Phố', 'CITY_VIEWER', 'SKHCN'],
  ['quantri', 'Hoàng Quản Trị', 'ADMIN', 'UBND'],
];

export function makeWorld(): World {
  const world = emptyWorld();
  addCommune(world, { id: 1, code: '10993', name: 'Thượng Hồng', villages: ['DONG', 'TAY', 'BAC'] });
  addCommune(world, { id: 2, code: '12127', name: 'Láng Giềng', villages: ['LANG', 'GIENG'] });
  return world;
}

interface Sketch {
  id: number;
  code: string;
  name: string;
  villages: string[];
}

function addCommune(world: World, { id, code, name, villages }: Sketch): void {
  world.commune.push({ id, code, name, provinceCode: '31', provinceName: 'Hải Phòng', isSample: id === 1 });
  const building = begin(world, id);
  addUnits(building, villages);
  for (const [login, fullName, role, at] of officials) {
    const personId = building.addPerson({ login, name: fullName });
    hold(building, { personId, role, at });
  }
  addPlan(building);
  for (const [index, village] of villages.entries()) addVillage(building, village, index);
  addRegister(building);
  addPrivacy(building);
  addKeys(building);
  if (id === 1) addUnusualPeople(building);
}

function addUnits({ world, communeId, prefix }: Building, villages: string[]): void {
  const all = [
    ...offices,
    ...villages.map((code) => [code, 'VILLAGE', `Thôn ${code[0]}${code.slice(1).toLowerCase()}`] as const),
    ['CU', 'VILLAGE', 'Thôn Cũ'] as const,
  ];
  const firstId = communeId * 100;
  for (const [index, [code, kind, name]] of all.entries()) {
    world.orgUnit.push({
      id: firstId + index,
      communeId,
      parentId: index === 0 ? null : firstId,
      kind,
      code: `${prefix}${code}`,
      name,
      sortOrder: kind === 'VILLAGE' ? all.length - index : index,
      validFrom: index % 2 === 0 ? began : '2025-07-02',
      validTo: code === 'CU' ? '2025-09-01' : null,
    });
  }
  world.villageSuccession.push({
    communeId,
    predecessorId: unitOf(world, `${prefix}CU`).id,
    successorId: unitOf(world, `${prefix}${villages[0]}`).id,
    effectiveOn: '2025-09-01',
  });
}

function addRegister({ world, communeId, nextId }: Building): void {
  const recordedById = personOf(world, communeId === 1 ? 'trungtam' : 'x2.trungtam').id;
  for (const [index, endsOn] of ['2025-09-14', '2025-10-14', '2025-11-14'].entries()) {
    world.dossierMonth.push({
      id: nextId(),
      communeId,
      endsOn,
      dossiers: 100 + 10 * index,
      dossiersOnline: 90,
      onlineUsers: 50 - index,
      onlineUsersVerified: 40 + index,
      recordedById,
      recordedAt: `2025-11-1${5 + index}T02:00:00.000Z`,
    });
  }
}

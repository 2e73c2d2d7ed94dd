// The commune's organisations. Offices are rows, not modules; villages follow from their profiles.
import { communeFoundedOn, villagesMergedOn } from './calendar.js';
import type { SampleFacts, UnitFact, UnitKind } from './facts.js';
import { formerVillageCode, villageCode, type VillageProfile } from './villages.js';

export const sampleCommune: SampleFacts['commune'] = {
  code: '10993',
  name: 'Thượng Hồng',
  provinceCode: '31',
  provinceName: 'Thành phố Hải Phòng',
};

const offices: [code: string, parent: string | null, kind: UnitKind, name: string][] = [
  ['SKHCN', null, 'CITY_DEPARTMENT', 'Sở Khoa học và Công nghệ thành phố'],
  ['UBND', 'SKHCN', 'PEOPLES_COMMITTEE', 'Ủy ban nhân dân xã Thượng Hồng'],
  ['BCD', null, 'STEERING_COMMITTEE', 'Ban Chỉ đạo chuyển đổi số xã'],
  ['VHXH', 'UBND', 'CULTURE_SOCIETY_OFFICE', 'Phòng Văn hóa - Xã hội'],
  ['VP', 'UBND', 'COMMUNE_OFFICE', 'Văn phòng HĐND và UBND xã'],
  ['TTPVHCC', 'UBND', 'PUBLIC_SERVICE_CENTER', 'Trung tâm Phục vụ hành chính công'],
  ['MTTQ', null, 'FATHERLAND_FRONT', 'Ủy ban Mặt trận Tổ quốc xã'],
  ['HPN', 'MTTQ', 'MASS_ORGANIZATION', 'Hội Liên hiệp Phụ nữ xã'],
  ['HND', 'MTTQ', 'MASS_ORGANIZATION', 'Hội Nông dân xã'],
  ['CCB', 'MTTQ', 'MASS_ORGANIZATION', 'Hội Cựu chiến binh xã'],
  ['DTN', 'MTTQ', 'MASS_ORGANIZATION', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã'],
  ['CD', 'MTTQ', 'MASS_ORGANIZATION', 'Công đoàn xã'],
];

export function sampleUnits(villages: VillageProfile[]): Pick<SampleFacts, 'units' | 'successions'> {
  const village = (code: string, name: string, sortOrder: number, validTo: string | null): UnitFact => ({
    code,
    parentCode: 'UBND',
    kind: 'VILLAGE',
    name: `Thôn ${name}`,
    sortOrder,
    validFrom: communeFoundedOn,
    validTo,
  });
  const units = offices.map(([code, parentCode, kind, name], index): UnitFact => {
    return { code, parentCode, kind, name, sortOrder: index + 1, validFrom: communeFoundedOn, validTo: null };
  });
  units.push(...villages.map(({ name }, index) => village(villageCode(index), name, 101 + index, null)));
  const merged = villages.findIndex(({ mergedFrom }) => mergedFrom !== null);
  if (merged < 0) return { units, successions: [] };
  units.push(village(formerVillageCode, villages[merged]?.mergedFrom ?? '', 199, villagesMergedOn));
  const successions = [
    {
      predecessorCode: formerVillageCode,
      successorCode: villageCode(merged),
      effectiveOn: villagesMergedOn,
      decisionNumber: '07/NQ-HĐND (mẫu)',
    },
  ];
  return { units, successions };
}

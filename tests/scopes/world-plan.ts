/** A commune's plan with clauses, tasks and targets, an older plan, and the figures its villages have reached. */
import type { Building } from './building.js';

const targets: [code: string, comparator: string | null, percent: number | null][] = [
  ['HOUSEHOLD_SKILLS', 'GTE', 70],
  ['ONLINE_DOSSIERS', 'GTE', 90],
  ['EPAYMENT', 'GT', 80],
  ['SMARTPHONE', 'GT', 80],
  ['VNEID_SERVICE_USERS', 'GTE', 80],
  ['HOUSEHOLDS_GUIDED', 'GTE', 90],
  ['HEALTH_BOOK', null, null],
  ['VNEID_LEVEL2', null, null],
];

export function addPlan(building: Building): void {
  const { world, communeId, prefix, nextId } = building;
  const [planId, olderId] = [nextId(), nextId()];
  const shared = { communeId, isSample: true, recipients: ['Như trên', 'Lưu: VT'] };
  world.plan.push(
    {
      ...shared,
      id: planId,
      code: `${prefix}TH-2025`,
      title: 'Kế hoạch 2025',
      year: 2025,
      startsOn: '2025-10-01',
      endsOn: '2025-12-31',
      isActive: true,
      legalBases: ['Luật 91/2025/QH15'],
      signatory: 'Chủ tịch',
    },
    {
      ...shared,
      id: olderId,
      code: `${prefix}TH-2024`,
      title: 'Kế hoạch 2024',
      year: 2024,
      startsOn: '2024-01-01',
      endsOn: '2024-12-31',
      isActive: false,
      legalBases: [],
      signatory: null,
    },
  );
  addClauses(building, planId);
  for (const [ordinal, [indicatorCode, comparator, targetPercent]] of targets.entries()) {
    world.planTarget.push({
      id: nextId(),
      communeId,
      planId,
      clauseCode: ordinal % 2 === 0 ? 'II.1' : 'II.2',
      indicatorCode,
      ordinal,
      comparator,
      targetPercent,
      baselinePercent: 12.5 * (ordinal % 3),
      startsOn: '2025-10-01',
      dueOn: ordinal === 3 ? '2025-12-15' : '2025-12-31',
    });
  }
  addFigures(building, planId);
}

function addClauses({ world, communeId, nextId, unit }: Building, planId: string): void {
  const clauses: [code: string, parent: string | null, kind: string][] = [
    ['II', null, 'PART'],
    ['II.1', 'II', 'SECTION'],
    ['II.2', 'II', 'SECTION'],
  ];
  for (const [index, [code, parentCode, kind]] of clauses.entries()) {
    world.planClause.push({
      id: nextId(),
      communeId,
      planId,
      code,
      parentCode,
      ordinal: index + 1,
      kind,
      text: `Phần đầu ${code}`,
      correctedText: index === 1 ? `Phấn đấu ${code}` : null,
      quantified: index !== 2,
    });
    const taskId = nextId();
    world.planTask.push({
      id: taskId,
      communeId,
      planId,
      clauseCode: code,
      code: `V${index + 1}`,
      title: `Việc ${index + 1}`,
      dueOn: index === 0 ? null : '2025-12-20',
      recurrence: [null, 'ONCE', 'QUARTERLY'][index]!,
    });
    world.planTaskUnit.push(
      { communeId, taskId, orgUnitId: unit('MTTQ').id, isLead: false },
      { communeId, taskId, orgUnitId: unit('VHXH').id, isLead: true },
    );
  }
}

/** The register counts for the whole commune; what visits count is the sum of the villages. */
const ofRegister = new Set(['ONLINE_DOSSIERS', 'VNEID_SERVICE_USERS']);

/** Small counts here and there: under five they are hidden from the city. */
function addFigures({ world, communeId, unit }: Building, planId: string): void {
  const villages = world.orgUnit.filter(
    (candidate) =>
      candidate.communeId === communeId && candidate.kind === 'VILLAGE' && candidate.validTo === null,
  );
  for (const [column, [indicatorCode]] of targets.entries()) {
    const figures = villages.map(({ id }, row) => ({
      orgUnitId: id,
      numerator: row === 0 ? (column * 5) % 9 : 20 + 3 * row + column,
      denominator: row === 0 ? 30 : 60 + 10 * row,
    }));
    const sum = (of: 'numerator' | 'denominator') => figures.reduce((all, figure) => all + figure[of], 0);
    const whole = {
      orgUnitId: unit('UBND').id,
      numerator: sum('numerator'),
      denominator: sum('denominator'),
    };
    for (const figure of ofRegister.has(indicatorCode) ? [whole] : [whole, ...figures])
      world.indicatorValue.push({ communeId, planId, indicatorCode, ...figure });
  }
  for (const [row, village] of villages.entries()) {
    world.villageActivity.push({
      communeId,
      villageId: village.id,
      households: 30 + 10 * row,
      householdsVisited: row === 0 ? 3 : 20,
      visits_30Days: row === 0 ? 4 : 9,
      weeklyVisits: [0, 0, 0, 0, 5, 0, 0, row === 0 ? 4 : 9],
      lastVisitAt: '2025-11-28T02:00:00.000Z',
    });
  }
}

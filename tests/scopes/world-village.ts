/** A village: its head, its team, its homes and what was done at their doors. */
import { hold, type Building } from './building.js';

/** What the builders of one village share. */
interface Village extends Building {
  code: string;
  index: number;
  villageId: number;
  members: string[];
}

const names = ['Nguyễn Văn Hoà', 'Trần Thị Thuý', 'Lê Đức Ánh', 'Phạm Thị Ổn', 'Đào Văn Út', 'Vũ Ngọc Bích'];
const topics = ['VNEID_LEVEL2', 'CASHLESS', 'ONLINE_SERVICES', 'PROPAGANDA'];

export function addVillage(building: Building, code: string, index: number): void {
  const lower = code.toLowerCase();
  const headId = building.addPerson({ login: `truongthon.${lower}`, name: `Trần Văn ${code}` });
  hold(building, { personId: headId, role: 'VILLAGE_HEAD', at: code });
  const members = [
    building.addPerson({ login: `totruong.${lower}`, name: `Nguyễn Thị Trưởng ${code}` }),
    building.addPerson({ login: `topho.${lower}`, name: `Hồ Văn Phó ${code}` }),
    building.addPerson({ login: `thanhvien.${lower}`, name: `Đặng Văn Bình ${code}` }),
    building.addPerson({ login: null, name: `Mai Thị Không ${code}` }),
    building.addPerson({ login: `cuuthanhvien.${lower}`, name: `Lý Văn Cựu ${code}` }),
    building.addPerson({ login: `thanhvien2.${lower}`, name: `Trịnh Thị Thêm ${code}` }),
  ];
  const village: Village = { ...building, code, index, villageId: building.unit(code).id, members };
  addTeam(village);
  for (let number = 0; number < 6; number++) addHome(village, number);
  addHistory(village);
  addSessions(village);
  addFlags(village);
}

function addTeam({ world, communeId, nextId, unit, index, code, villageId, members }: Village): void {
  const teamId = nextId();
  world.team.push({
    id: teamId,
    communeId,
    villageId,
    name: `Tổ công nghệ số thôn ${code}`,
    foundedOn: `2025-08-2${6 - index}`,
    decisionNumber: index === 1 ? null : `1${index}/QĐ-UBND`,
  });
  const membershipRoles = ['LEADER', 'DEPUTY', 'MEMBER', 'MEMBER', 'MEMBER', 'MEMBER'] as const;
  for (const [place, personId] of members.entries()) {
    world.teamMembership.push({
      id: nextId(),
      communeId,
      teamId,
      villageId,
      personId,
      role: membershipRoles[place]!,
      nominatedById: place % 2 === 0 ? unit('PHUNU').id : null,
      validFrom: `2025-08-2${6 + (place % 2)}`,
      // One has left the team.
      validTo: place === 4 ? '2025-11-15' : null,
      decisionNumber: place === 3 ? null : `2${place}/QĐ-UBND`,
      decisionDate: place === 3 ? null : '2025-08-20',
    });
    if (place < 3) world.personSkill.push({ communeId, personId, topic: topics[place]! });
  }
}

function addHome(village: Village, number: number): void {
  const { world, communeId, prefix, nextId, villageId, code, index } = village;
  const id = nextId();
  const isBusiness = number === 5;
  const adults = number === 4 ? null : 1 + ((number + index) % 4);
  world.household.push({
    id,
    communeId,
    villageId,
    kind: isBusiness ? 'HOUSEHOLD_BUSINESS' : 'HOUSEHOLD',
    code: `${prefix}${code}-${String(number + 1).padStart(4, '0')}`,
    headName: `${names[(number + index) % names.length]} ${number % 2 === 0 ? '' : 'Em'}`.trim(),
    lane: number === 3 ? null : `Ngõ ${1 + (number % 2)}`,
    address: number % 2 === 0 ? `Số ${number + 1}` : null,
    phone: number === 2 ? null : `09876543${index}${number}`,
    adults,
    citizens14: adults === null ? null : adults + (number % 2),
    verifiedOn: number < 2 ? `2025-10-0${1 + number}` : null,
    removedOn: number === 3 && index === 0 ? '2025-11-20' : null,
    version: 1,
    createdAt: `2025-09-0${1 + number}T01:00:00.000Z`,
  });
  world.householdVillage.push({
    communeId,
    householdId: id,
    villageId,
    validFrom: '2025-09-01',
    validTo: null,
  });
  if (isBusiness) return;
  world.householdState.push({
    householdId: id,
    communeId,
    villageId,
    lastVisitOn: number < 3 ? `2025-11-1${number}` : null,
    metOn: number < 2 ? `2025-11-1${number}` : null,
    guidedOn: number === 0 ? '2025-11-10' : null,
    skillsAssessedOn: number === 0 ? '2025-11-10' : null,
    skilledOn: null,
    adultsWithSmartphone: number < 2 ? 1 : null,
    adultsWithEpayment: number < 2 ? 0 : null,
    vneidLevel2: null,
    healthBook: number === 0 ? 1 : null,
  });
  for (let visit = 0; visit < 3 - number; visit++) addVisit(village, { householdId: id, number, visit });
}

/** The visits of a home: the second of the first home corrects the one before. */
function addVisit(village: Village, at: { householdId: string; number: number; visit: number }): void {
  const { world, communeId, nextId, villageId, members, index } = village;
  const { householdId, number, visit } = at;
  const corrected = number === 0 && visit === 1 ? world.visit.at(-1)! : null;
  const id = nextId();
  const recordedById = members[(number + visit) % 3]!;
  const day = String(5 + index + 3 * number + 6 * visit).padStart(2, '0');
  world.visit.push({
    id,
    communeId,
    householdId,
    villageId,
    correctsId: corrected?.id ?? null,
    correctionReason: corrected && 'Đếm nhầm',
    visitedAt: `2025-11-${day}T0${visit}:30:00.000Z`,
    result: ['MET', 'ABSENT', 'MET', 'REFUSED'][number + visit]!,
    topics: topics.slice(0, (number + visit) % 4),
    adults: visit === 0 ? 2 : null,
    citizens14: visit === 0 ? 3 : null,
    adultsWithSmartphone: visit === 0 ? 1 : null,
    adultsWithEpayment: null,
    vneidLevel2: visit,
    healthBook: null,
    skills: visit === 0 ? ['FIND_INFORMATION'] : null,
    skillsVersion: visit === 0 ? 1 : null,
    ...noteOf(number, visit),
    formVersion: 1,
    recordedById,
    recordedAt: `2025-11-${day}T0${visit}:40:00.000Z`,
    receivedAt: `2025-11-${day}T0${visit}:40:01.000Z`,
    payloadHash: '\\x00',
  });
  for (const personId of new Set([recordedById, members[3]!]))
    world.visitPerformer.push({ communeId, visitId: id, personId });
}

/** Suspect, of two authors; let stand, plain, taken away, and none. */
function noteOf(number: number, visit: number) {
  const noteKinds = ['ID_NUMBER'];
  const suspect = { note: 'CCCD 031199004567', noteState: 'SUSPECT', noteKinds, noteMasked: 'CCCD •••' };
  const plain = { note: 'Hẹn chiều thứ bảy', noteState: 'CLEAR', noteKinds: [], noteMasked: null };
  const none = { note: null, noteState: 'NONE', noteKinds: [], noteMasked: null };
  const kept = { note: 'Hồ sơ 031199004567', noteState: 'KEPT', noteKinds, noteMasked: null };
  const removed = { note: null, noteState: 'REMOVED', noteKinds, noteMasked: null };
  return [[suspect, none, kept], [removed, plain], [suspect]][number]![visit]!;
}

/** One in the village, which reached homes of it and of no other, and one for the whole commune. */
function addSessions({ world, communeId, nextId, villageId, members, index }: Village): void {
  const homes = world.household.filter((home) => home.villageId === villageId).slice(0, 2);
  const id = nextId();
  world.guidanceSession.push({
    id,
    communeId,
    villageId,
    form: 'GROUP',
    heldAt: `2025-11-2${index}T02:00:00.000Z`,
    place: `Nhà văn hoá ${index}`,
    topics: ['COURSES'],
    peopleCount: 9 + index,
    recordedById: members[0]!,
    recordedAt: `2025-11-2${index}T04:00:00.000Z`,
    payloadHash: '\\x00',
  });
  const forAll = nextId();
  world.guidanceSession.push({
    id: forAll,
    communeId,
    villageId: null,
    form: 'LOUDSPEAKER',
    heldAt: `2025-11-1${index}T02:00:00.000Z`,
    place: 'Đài truyền thanh',
    topics: ['PROPAGANDA'],
    peopleCount: 500 + index,
    recordedById: members[0]!,
    recordedAt: `2025-11-1${index}T04:00:00.000Z`,
    payloadHash: '\\x00',
  });
  for (const home of homes) {
    world.guidanceSessionHousehold.push(
      { communeId, guidanceSessionId: id, householdId: home.id },
      { communeId, guidanceSessionId: forAll, householdId: home.id },
    );
  }
}

function addFlags({ world, communeId, nextId, villageId, index }: Village): void {
  const planId = world.plan.find((plan) => plan.communeId === communeId && plan.isActive)!.id;
  const silent = { onDay: '2025-11-09', lastVisitOn: null, silentSince: '2025-10-01', days: 39 };
  const statuses: [status: string, openedAt: string | null, closedAt: string | null][] = [
    ['OPEN', '2025-11-09T01:00:00.000Z', null],
    ['CLOSED', '2025-10-20T01:00:00.000Z', `2025-10-2${5 + index}T01:00:00.000Z`],
  ];
  world.lagFlag.push({
    id: nextId(),
    communeId,
    planId,
    villageId,
    reason: 'BEHIND_PACE',
    indicatorCode: 'SMARTPHONE',
    severity: 'RED',
    status: 'OPEN',
    evidence: {
      onDay: '2025-11-09',
      numerator: 2 + index,
      denominator: 40,
      expectedBasisPoints: 4000,
      comparator: 'GT',
      targetPercent: 80,
      baselinePercent: 0,
      startsOn: '2025-10-01',
      dueOn: '2025-12-31',
    },
    watchedOn: '2025-11-08',
    openedAt: '2025-11-09T01:00:00.000Z',
    closedAt: null,
  });
  for (const [place, [status, openedAt, closedAt]] of statuses.entries()) {
    world.lagFlag.push({
      id: nextId(),
      communeId,
      planId,
      villageId,
      reason: 'NO_ACTIVITY',
      indicatorCode: null,
      severity: (place + index) % 2 === 0 ? 'RED' : 'YELLOW',
      status,
      evidence: silent,
      watchedOn: `2025-1${1 - place}-0${8 - index}`,
      openedAt,
      closedAt,
    });
  }
}

/** What was done: about a home, about a person, about nobody; by nobody; and a detail that is no more. */
function addHistory(village: Village): void {
  const { world, communeId, nextId, villageId, members, index } = village;
  const home = world.household.find((candidate) => candidate.villageId === villageId)!;
  const [leader, deputy] = members as [string, string];
  const change = (before: object, after: object) => ({ before, after });
  const told = [
    {
      type: 'HouseholdChanged',
      subject: ['household', home.id],
      actor: leader,
      detail: change(
        { headName: 'Trần Cũ', phone: '0987000111' },
        { headName: home.headName, phone: '0987000222' },
      ),
      aboutRows: true,
    },
    {
      type: 'PersonChanged',
      subject: ['person', deputy],
      actor: leader,
      detail: change(
        { fullName: 'Hồ Cũ', phone: '0912000333' },
        { fullName: 'Hồ Văn Phó', phone: '0912000444' },
      ),
      aboutRows: false,
    },
    {
      type: 'HouseholdVerified',
      subject: ['household', home.id],
      actor: deputy,
      detail: null,
      aboutRows: false,
    },
    { type: 'IndicatorsRecomputed', subject: ['commune', '1'], actor: null, detail: null, aboutRows: false },
  ];
  for (const [place, { type, subject, actor, detail, aboutRows }] of told.entries()) {
    const id = nextId();
    const occurredAt = `2025-11-${String(10 + 5 * index + place)}T03:00:00.000Z`;
    world.event.push({
      id,
      communeId,
      type,
      subjectType: subject[0]!,
      subjectId: subject[1]!,
      actorPersonId: actor,
      requestId: 'r',
      occurredAt,
      recordedAt: occurredAt,
      data: { villageId, place },
      detailHash: detail || place === 2 ? '\\x00' : null,
    });
    if (detail)
      world.eventDetail.push({ communeId, eventId: id, salt: '\\x00', detail, occurredAt, aboutRows });
  }
}

/** What people agreed to, what they asked about their data, and what went wrong with it. */
import type { Building } from './building.js';
import { personOf } from './facts.js';

export function addPrivacy(building: Building): void {
  const { world, communeId, prefix } = building;
  const officeId = personOf(world, `${prefix}vanhoa`).id;
  const villages = world.orgUnit.filter((unit) => unit.communeId === communeId && unit.kind === 'VILLAGE');
  for (const [index, village] of villages.entries()) {
    const homes = world.household.filter(({ villageId }) => villageId === village.id);
    for (const [place, home] of homes.slice(0, 2).entries())
      addConsent(building, { householdId: home.id, personId: null, officeId, at: index + 3 * place });
    if (homes[2]) addRequests(building, { householdId: homes[2].id, officeId, index });
  }
  const leaderId = personOf(world, `${prefix}lanhdao`).id;
  addConsent(building, { householdId: null, personId: leaderId, officeId, at: 9 });
  addIncidents(building, officeId);
}

interface Giving {
  householdId: string | null;
  personId: string | null;
  officeId: string;
  at: number;
}

function addConsent({ world, communeId, nextId }: Building, { officeId, at, ...about }: Giving): void {
  const isOver = at % 2 === 1;
  world.consent.push({
    id: nextId(),
    communeId,
    ...about,
    purpose: ['PHOTO', 'ZALO_CONTACT', 'TESTIMONIAL'][at % 3]!,
    wordingVersion: 1,
    giverName: `Nguyễn Thị Cho ${at}`,
    givenAt: `2025-11-0${1 + (at % 9)}T02:00:00.000Z`,
    recordedById: officeId,
    recordedAt: `2025-11-1${at % 9}T02:00:00.000Z`,
    withdrawnAt: isOver ? '2025-11-25T02:00:00.000Z' : null,
    withdrawnById: isOver ? officeId : null,
    withdrawalNote: isOver ? 'Không muốn nữa' : null,
  });
}

interface Asking {
  householdId: string;
  officeId: string;
  index: number;
}

/** One that waits for an answer, one to delete that was answered, one that was refused. */
function addRequests({ world, communeId, nextId }: Building, { householdId, officeId, index }: Asking): void {
  const kinds = ['ACCESS', 'DELETE', 'CORRECT'];
  for (const [place, state] of ['RECEIVED', 'ANSWERED', 'REFUSED'].entries()) {
    const day = `2025-11-${String(10 + 4 * place + index).padStart(2, '0')}`;
    const [isAnswered, isRefused] = [state === 'ANSWERED', state === 'REFUSED'];
    world.dataRequest.push({
      id: nextId(),
      communeId,
      kind: kinds[place]!,
      state,
      requesterName: `Lê Văn Hỏi ${index}`,
      requesterContact: place === 0 ? null : '0912 000 111',
      description: `Xin biết ${place}`,
      householdId: place === 2 ? null : householdId,
      receivedAt: `${day}T02:00:00.000Z`,
      answerDueOn: `2025-11-${14 + 4 * place}`,
      completeDueOn: place === 1 ? '2025-12-20' : '2025-11-28',
      answeredAt: isAnswered ? `${day}T05:00:00.000Z` : null,
      answer: isAnswered ? 'Sẽ xoá' : null,
      completedAt: isRefused ? '2025-11-29T02:00:00.000Z' : null,
      outcome: null,
      refusedReason: isRefused ? 'Không phải người trong hộ' : null,
      recordedById: officeId,
      recordedAt: `${day}T02:10:00.000Z`,
      decidedById: isRefused ? officeId : null,
    });
  }
}

function addIncidents({ world, communeId, nextId }: Building, officeId: string): void {
  for (const [place, state] of ['OPEN', 'REPORTED', 'CLOSED'].entries()) {
    const discoveredAt = `2025-11-2${place}T02:00:00.000Z`;
    world.incident.push({
      id: nextId(),
      communeId,
      state,
      title: `Mất điện thoại ${place}`,
      description: 'Một thành viên Tổ mất điện thoại',
      kinds: ['NAME', 'PHONE'].slice(0, 1 + (place % 2)),
      peopleAffected: place === 0 ? null : 3 * place,
      severity: ['LOW', 'MEDIUM', 'HIGH'][place]!,
      discoveredAt,
      notifyHours: 72,
      notifyBy: `2025-11-2${place + 3}T02:00:00.000Z`,
      notifiedAt: state === 'REPORTED' ? '2025-11-22T02:00:00.000Z' : null,
      notifiedTo: state === 'REPORTED' ? 'Công an xã' : null,
      actions: place === 2 ? 'Đã khoá tài khoản' : null,
      lessons: state === 'CLOSED' ? 'Đặt khoá màn hình' : null,
      recordedById: officeId,
      recordedAt: `2025-11-2${place}T03:00:00.000Z`,
      closedAt: state === 'CLOSED' ? '2025-11-28T02:00:00.000Z' : null,
      version: 1,
    });
  }
}

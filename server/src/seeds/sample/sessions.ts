// Guidance that is not a visit: village meetings, groups, the loudspeaker, help at the Center's counter;
// and the Center's own months. Sessions name some of the homes they reached.
import { atMinute, daysFrom, isWeekend, planStartsOn, plusMinutes, lastVisitDay } from './calendar.js';
import type { Day, DossierMonthFact, SessionFact } from './facts.js';
import type { Home } from './homes.js';
import type { TeamMember } from './people.js';
import type { Random } from './random.js';
import type { VillageProfile } from './villages.js';

const meetingTopics = [
  'ONLINE_SERVICES',
  'VNEID_LEVEL2',
  'CASHLESS_PAYMENT',
  'HEALTH_BOOK',
  'ESSENTIAL_SERVICES',
  'COURSES',
];

export function villageSessions(
  random: Random,
  village: VillageProfile,
  code: string,
  homes: Home[],
  members: TeamMember[],
): SessionFact[] {
  const days = daysFrom(village.startsOn, village.stopsOn);
  const weekends = days.filter(isWeekend);
  const recorder = members.find(({ person }) => person.login !== null)?.person.id;
  if (!recorder || weekends.length === 0) return [];
  const households = homes.filter(({ fact, truth }) => truth && !fact.removedOn);
  const session = (
    form: SessionFact['form'],
    day: Day,
    minute: number,
    place: string,
    topics: string[],
    reached: number,
  ) => {
    // People who come to a meeting are mostly those the team has met already: the first lanes.
    const near = households.slice(0, Math.ceil(households.length * Math.min(1, village.reach + 0.1)));
    const attending = random.some(near, reached);
    const heldAt = atMinute(day, minute);
    const recordedAt = plusMinutes(heldAt, 100 + random.next() * 60);
    return {
      id: random.uuidAt(recordedAt),
      villageCode: code,
      form,
      heldAt,
      place,
      topics,
      peopleCount: form === 'LOUDSPEAKER' ? 0 : Math.round(reached * (1.1 + random.next() * 0.6)),
      homeIds: attending.map(({ fact }) => fact.id),
      recordedById: recorder,
      recordedAt,
    } satisfies SessionFact;
  };
  const hall = `Nhà văn hoá thôn ${village.name}`;
  const topics = () => random.some(meetingTopics, random.int(1, 3));
  const sessions = [
    session('VILLAGE_MEETING', random.pick(weekends), 8 * 60 + 30, hall, topics(), random.int(14, 24)),
  ];
  if (village.reach > 0.6) {
    const hosts = random.pick(['Chi hội Phụ nữ', 'Chi đoàn Thanh niên', 'Chi hội Nông dân']);
    const place = `${hosts}, ${hall.toLowerCase()}`;
    sessions.push(session('GROUP', random.pick(weekends), 19 * 60, place, topics(), random.int(8, 14)));
  }
  for (const day of random.some(days, 2)) {
    sessions.push(
      session('LOUDSPEAKER', day, 17 * 60, `Đài truyền thanh thôn ${village.name}`, ['PROPAGANDA'], 0),
    );
  }
  return sessions;
}

/** A weekly count at the counter, with the few homes whose code was asked for. */
export function counterSessions(random: Random, homes: Home[], staffId: string): SessionFact[] {
  const fridays = daysFrom(planStartsOn, lastVisitDay).filter((day) => new Date(day).getUTCDay() === 5);
  const households = homes.filter(({ fact, truth }) => truth && !fact.removedOn);
  return fridays.map((day) => {
    const heldAt = atMinute(day, 8 * 60);
    const recordedAt = atMinute(day, 16 * 60 + random.int(0, 50));
    return {
      id: random.uuidAt(recordedAt),
      villageCode: null,
      form: 'SERVICE_COUNTER',
      heldAt,
      place: 'Quầy hướng dẫn, Trung tâm Phục vụ hành chính công',
      topics: ['ONLINE_SERVICES', 'VNEID_LEVEL2'],
      peopleCount: random.int(35, 80),
      homeIds: random.some(households, random.int(4, 9)).map(({ fact }) => fact.id),
      recordedById: staffId,
      recordedAt,
    };
  });
}

/** The decree's months, from the 15th to the 14th; the one that ends on 14 December is still open. */
export function dossierMonths(random: Random, staffId: string): DossierMonthFact[] {
  const months = [
    { endsOn: '2025-10-14', dossiers: 612, dossiersOnline: 507, onlineUsers: 448, onlineUsersVerified: 327 },
    { endsOn: '2025-11-14', dossiers: 655, dossiersOnline: 571, onlineUsers: 503, onlineUsersVerified: 392 },
  ];
  return months.map((month) => {
    const recordedAt = plusMinutes(atMinute(month.endsOn, 0), 24 * 60 + 15 * 60 + random.int(0, 60));
    return { ...month, id: random.uuidAt(recordedAt), recordedById: staffId, recordedAt };
  });
}

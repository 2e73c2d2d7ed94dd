/** NO_ACTIVITY: 30 days without a visit in the village; red from 45. */
import { daysBetween } from '../../kernel/index.js';
import type { Detector, Evidence, Observation, Thresholds, VillageFacts } from './detector.js';
import { isExempt } from './exemption.js';
import { dayOf } from './wording.js';

const thresholds: Thresholds = { yellow: 30, red: 45, band: 2 };

interface ActivityEvidence {
  onDay: string;
  /** Null when the village never had a visit. */
  lastVisitOn: string | null;
  /** The day from which the silence is counted. */
  silentSince: string;
  days: number;
}

/** Without a visit, silence begins when there was a plan, a village and a team to visit. */
function silentSince(village: VillageFacts): string {
  const days = [village.planStartsOn, village.villageValidFrom, village.teamFoundedOn, village.lastVisitOn];
  return days.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '');
}

function observe(village: VillageFacts, day: string): Observation[] {
  const since = silentSince(village);
  const exempt = isExempt(village, day);
  const evidence: ActivityEvidence = {
    onDay: day,
    lastVisitOn: village.lastVisitOn,
    silentSince: since,
    days: Math.max(daysBetween(since, day), 0),
  };
  return [
    {
      reason: 'NO_ACTIVITY',
      indicatorCode: null,
      thresholds,
      isPast: (days) => !exempt && evidence.days >= days,
      evidence: { ...evidence },
    },
  ];
}

function explain(shown: Evidence) {
  const { days, lastVisitOn, silentSince: since } = shown as unknown as ActivityEvidence;
  if (lastVisitOn === since) {
    return {
      vi: `Đã ${days} ngày không có lượt thăm hộ nào; lần gần nhất là ngày ${dayOf(since)}.`,
      en: `No visit for ${days} days; the latest was on ${dayOf(since)}.`,
    };
  }
  return {
    vi: `Chưa có lượt thăm hộ nào trong ${days} ngày, kể từ ngày ${dayOf(since)}.`,
    en: `No visit in the ${days} days since ${dayOf(since)}.`,
  };
}

export const noActivity: Detector = { reason: 'NO_ACTIVITY', observe, explain, counts: [] };

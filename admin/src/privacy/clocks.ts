import type { DataRequest, Incident } from '../providers/types';
import { daysBetween } from '../shared/format';

/** How a clock stands: which sentence, with which number. Late is `late…`, the last moments are `soon`. */
export interface Clock {
  key: 'workingDays' | 'days' | 'hours' | 'minutes' | 'today' | 'lateDays' | 'lateHours';
  count: number;
  tone: 'calm' | 'soon' | 'late';
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Mondays to Fridays after `today`, up to and with `due`. Public holidays are the server's: they only move `due`. */
export function workingDaysLeft(today: string, due: string): number {
  const first = Date.parse(`${today}T00:00:00Z`) + dayMs;
  const days = Math.max(0, daysBetween(today, due));
  return Array.from({ length: days }, (_, step) => new Date(first + step * dayMs).getUTCDay()).filter(
    (weekday) => weekday !== 0 && weekday !== 6,
  ).length;
}

function dayClock(due: string, today: string, left: Pick<Clock, 'key' | 'count'>, soonAt: number): Clock {
  const days = daysBetween(today, due);
  if (days < 0) return { key: 'lateDays', count: -days, tone: 'late' };
  if (days === 0) return { key: 'today', count: 0, tone: 'soon' };
  return { ...left, tone: left.count <= soonAt ? 'soon' : 'calm' };
}

type RequestClock = Pick<DataRequest, 'state' | 'answerDueOn' | 'completeDueOn'>;

/** What a request waits for next; null once it is decided. */
export function requestClock(
  { state, answerDueOn, completeDueOn }: RequestClock,
  today: string,
): Clock | null {
  if (state === 'RECEIVED') {
    const count = workingDaysLeft(today, answerDueOn);
    return dayClock(answerDueOn, today, { key: 'workingDays', count }, 1);
  }
  if (state === 'ANSWERED')
    return dayClock(completeDueOn, today, { key: 'days', count: daysBetween(today, completeDueOn) }, 3);
  return null;
}

type IncidentClock = Pick<Incident, 'state' | 'notifyBy' | 'notifiedAt'>;

/** The hours left to tell the authority; null once it was told or the incident is closed. */
export function incidentClock({ state, notifyBy, notifiedAt }: IncidentClock, nowMs: number): Clock | null {
  if (notifiedAt !== null || state === 'CLOSED') return null;
  const leftMs = Date.parse(notifyBy) - nowMs;
  if (leftMs < -2 * dayMs) return { key: 'lateDays', count: Math.floor(-leftMs / dayMs), tone: 'late' };
  if (leftMs < 0) return { key: 'lateHours', count: Math.max(1, Math.floor(-leftMs / hourMs)), tone: 'late' };
  if (leftMs < hourMs) return { key: 'minutes', count: Math.floor(leftMs / minuteMs), tone: 'soon' };
  return { key: 'hours', count: Math.floor(leftMs / hourMs), tone: leftMs <= dayMs ? 'soon' : 'calm' };
}

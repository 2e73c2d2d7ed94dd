import { describe, expect, test } from '@jest/globals';
import { incidentClock, requestClock, workingDaysLeft } from './clocks';

// 2025-12-01 is a Monday.
describe('working days', () => {
  test('do not count the weekend', () => {
    expect(workingDaysLeft('2025-12-05', '2025-12-09')).toBe(2);
    expect(workingDaysLeft('2025-12-05', '2025-12-07')).toBe(0);
  });
  test('are none when the day is here or gone', () => {
    expect(workingDaysLeft('2025-12-01', '2025-12-01')).toBe(0);
    expect(workingDaysLeft('2025-12-03', '2025-12-01')).toBe(0);
  });
});

describe('the clock of a request', () => {
  const request = { answerDueOn: '2025-12-03', completeDueOn: '2025-12-16' };
  const received = (today: string) => requestClock({ ...request, state: 'RECEIVED' }, today);
  test('runs to the answer in working days', () => {
    expect(received('2025-12-01')).toEqual({ key: 'workingDays', count: 2, tone: 'calm' });
    expect(received('2025-12-02')).toEqual({ key: 'workingDays', count: 1, tone: 'soon' });
    expect(received('2025-12-03')).toEqual({ key: 'today', count: 0, tone: 'soon' });
    expect(received('2025-12-05')).toEqual({ key: 'lateDays', count: 2, tone: 'late' });
  });
  test('then runs to the end in days', () => {
    expect(requestClock({ ...request, state: 'ANSWERED' }, '2025-12-05')).toEqual({
      key: 'days',
      count: 11,
      tone: 'calm',
    });
  });
  test('stops when it is decided', () => {
    expect(requestClock({ ...request, state: 'COMPLETED' }, '2026-01-05')).toBeNull();
    expect(requestClock({ ...request, state: 'REFUSED' }, '2026-01-05')).toBeNull();
  });
});

describe('the clock of an incident', () => {
  const due = Date.parse('2025-12-04T08:00:00+07:00');
  const incident = { state: 'OPEN' as const, notifyBy: new Date(due).toISOString(), notifiedAt: null };
  const hours = (count: number) => due - count * 3_600_000;
  test('counts hours, then minutes', () => {
    expect(incidentClock(incident, hours(71.5))).toEqual({ key: 'hours', count: 71, tone: 'calm' });
    expect(incidentClock(incident, hours(24))).toEqual({ key: 'hours', count: 24, tone: 'soon' });
    expect(incidentClock(incident, hours(0.5))).toEqual({ key: 'minutes', count: 30, tone: 'soon' });
  });
  test('says by how much it is late', () => {
    expect(incidentClock(incident, hours(-0.2))).toEqual({ key: 'lateHours', count: 1, tone: 'late' });
    expect(incidentClock(incident, hours(-47))).toEqual({ key: 'lateHours', count: 47, tone: 'late' });
    expect(incidentClock(incident, hours(-72))).toEqual({ key: 'lateDays', count: 3, tone: 'late' });
  });
  test('stops when the authority was told', () => {
    expect(incidentClock({ ...incident, notifiedAt: incident.notifyBy }, hours(-90))).toBeNull();
  });
});

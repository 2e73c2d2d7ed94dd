/** The register of incidents with personal data: recorded at once, reported in time, closed with what was learnt. */
import { randomUUIDv7 } from 'node:crypto';
import { raw } from '@mikro-orm/postgresql';
import { z } from 'zod';
import {
  allow,
  communeOf,
  defineErrors,
  emit,
  kernelErrors,
  personOf,
  problem,
  type Context,
} from '../../kernel/index.js';
import { defineParameter, parameterOn } from '../parameters/index.js';
import { Incident, IncidentState } from './incident.entity.js';
import { IncidentChanged, IncidentClosed, IncidentRecorded, IncidentReported } from './incident.events.js';
import type { IncidentInput } from './incident.inputs.js';

const notificationHours = defineParameter({
  key: 'incident-notification-hours',
  title: {
    vi: 'Hạn báo cơ quan chuyên trách khi có sự cố dữ liệu cá nhân',
    en: 'The authority is told of an incident with personal data within',
  },
  unit: { vi: 'giờ', en: 'hours' },
  shape: z.int().min(1).max(720),
  default: {
    value: 72,
    legalBasis: 'Điều 23 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
    validFrom: '2026-01-01',
    isConfirmed: true,
  },
});

const incidentErrors = defineErrors({
  INCIDENT_TEXT_EMPTY: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi nội dung này.',
    en: 'Write this down.',
  },
  INCIDENT_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Thời điểm này chưa tới. Hãy kiểm tra ngày giờ.',
    en: 'This time lies in the future. Check the date and time.',
  },
  INCIDENT_TOLD_TOO_EARLY: {
    kind: 'BAD_INPUT',
    vi: 'Không thể báo trước khi phát hiện sự cố. Hãy kiểm tra ngày giờ.',
    en: 'Nobody can be told before the incident was discovered. Check the date and time.',
  },
  PEOPLE_AFFECTED_NEGATIVE: {
    kind: 'BAD_INPUT',
    vi: 'Số người không được âm.',
    en: 'The number of people must not be negative.',
  },
  INCIDENT_NOT_OPEN: {
    kind: 'CONFLICT',
    vi: 'Sự cố này đã báo hoặc đã đóng. Hãy tải lại trang để xem.',
    en: 'This incident was reported or closed already. Reload the page to see it.',
  },
  INCIDENT_CLOSED: {
    kind: 'CONFLICT',
    vi: 'Sự cố này đã đóng, không sửa được nữa.',
    en: 'This incident is closed and can no longer be changed.',
  },
});

export async function getIncident(ctx: Context, id: string): Promise<Incident> {
  const incident = await ctx.db.em.findOne(Incident, { id });
  if (!incident) throw problem(kernelErrors.NOT_FOUND);
  return incident;
}

/** Whether the authority was told late, or is late to be told by now. Pure. */
export function isLate({ notifyBy, notifiedAt, closedAt }: Incident, now: Date): boolean {
  return (notifiedAt ?? closedAt ?? now) > notifyBy;
}

const hourMs = 3_600_000;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * hourMs);

/** Records an incident; the clock to tell of it starts when it was discovered. */
export async function recordIncident(ctx: Context, input: IncidentInput): Promise<Incident> {
  allow(ctx, 'incident:record');
  const told = read(ctx, input);
  const notifyHours = await parameterOn(ctx, notificationHours, ctx.today);
  const id = randomUUIDv7();
  ctx.db.em.create(Incident, {
    id,
    communeId: communeOf(ctx.identity),
    state: IncidentState.OPEN,
    ...told,
    notifyHours,
    notifyBy: after(told.discoveredAt, notifyHours),
    notifiedAt: null,
    notifiedTo: null,
    lessons: null,
    recordedById: personOf(ctx.identity),
    recordedAt: ctx.now,
    closedAt: null,
    version: 1,
  });
  await ctx.db.em.flush();
  await emit(ctx, IncidentRecorded, {
    subject: { type: 'incident', id },
    data: { incidentId: id, severity: told.severity },
    detail: { after: told },
  });
  return getIncident(ctx, id);
}

export interface IncidentChange {
  id: string;
  /** The version the caller saw; another one means that someone else changed it meanwhile. */
  version: number;
  input: IncidentInput;
}

/** Changes what is known of an incident that is not closed. */
export async function changeIncident(
  ctx: Context,
  { id, version, input }: IncidentChange,
): Promise<Incident> {
  allow(ctx, 'incident:record');
  const incident = await getIncident(ctx, id);
  if (incident.state === IncidentState.CLOSED) throw problem(incidentErrors.INCIDENT_CLOSED);
  const next = read(ctx, input);
  const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
    (field) => JSON.stringify(next[field]) !== JSON.stringify(incident[field]),
  );
  await update(ctx, { id, version, state: { $ne: IncidentState.CLOSED } }, kernelErrors.CHANGED_MEANWHILE, {
    ...next,
    notifyBy: after(next.discoveredAt, incident.notifyHours),
    version: version + 1,
  });
  const pick = (from: typeof next | Incident) =>
    Object.fromEntries(fields.map((field) => [field, from[field]]));
  await emit(ctx, IncidentChanged, {
    subject: { type: 'incident', id },
    data: { incidentId: id, fields },
    detail: { before: pick(incident), after: pick(next) },
  });
  ctx.db.em.clear();
  return getIncident(ctx, id);
}

export interface Notification {
  id: string;
  notifiedTo: string;
  notifiedAt: Date;
}

/** Notes that the authority was told. Errors: INCIDENT_NOT_OPEN when it was noted before, or closed. */
export async function notifyIncident(
  ctx: Context,
  { id, notifiedAt, ...rest }: Notification,
): Promise<Incident> {
  allow(ctx, 'incident:record');
  const incident = await getIncident(ctx, id);
  const notifiedTo = required(rest.notifiedTo, 'notifiedTo');
  refuseFuture(ctx, notifiedAt, 'notifiedAt');
  if (notifiedAt < incident.discoveredAt)
    throw problem(incidentErrors.INCIDENT_TOLD_TOO_EARLY, {}, { path: 'notifiedAt' });
  await update(ctx, { id, state: IncidentState.OPEN }, incidentErrors.INCIDENT_NOT_OPEN, {
    state: IncidentState.REPORTED,
    notifiedTo,
    notifiedAt,
    version: oneMore(),
  });
  await emit(ctx, IncidentReported, {
    subject: { type: 'incident', id },
    data: { incidentId: id, late: notifiedAt > incident.notifyBy },
    detail: {
      before: { state: incident.state },
      after: { state: IncidentState.REPORTED, notifiedTo, notifiedAt },
    },
  });
  ctx.db.em.clear();
  return getIncident(ctx, id);
}

/** Closes an incident with what was learnt. Errors: INCIDENT_CLOSED. */
export async function closeIncident(ctx: Context, id: string, lessons: string): Promise<Incident> {
  allow(ctx, 'incident:record');
  const incident = await getIncident(ctx, id);
  const learnt = required(lessons, 'lessons');
  await update(ctx, { id, state: { $ne: IncidentState.CLOSED } }, incidentErrors.INCIDENT_CLOSED, {
    state: IncidentState.CLOSED,
    lessons: learnt,
    closedAt: ctx.now,
    version: oneMore(),
  });
  await emit(ctx, IncidentClosed, {
    subject: { type: 'incident', id },
    data: { incidentId: id },
    detail: { before: { state: incident.state }, after: { state: IncidentState.CLOSED, lessons: learnt } },
  });
  ctx.db.em.clear();
  return getIncident(ctx, id);
}

const oneMore = () => raw<number>('version + 1');

/** One guarded update: it changes the row only as it was seen. */
async function update(
  ctx: Context,
  where: object,
  otherwise: Parameters<typeof problem>[0],
  change: Partial<Incident>,
): Promise<void> {
  if ((await ctx.db.em.nativeUpdate(Incident, where, change)) === 0) throw problem(otherwise);
}

function read(ctx: Context, input: IncidentInput) {
  refuseFuture(ctx, input.discoveredAt, 'input.discoveredAt');
  if (input.peopleAffected != null && input.peopleAffected < 0)
    throw problem(incidentErrors.PEOPLE_AFFECTED_NEGATIVE, {}, { path: 'input.peopleAffected' });
  return {
    title: required(input.title, 'input.title'),
    description: required(input.description, 'input.description'),
    discoveredAt: input.discoveredAt,
    kinds: [...new Set(input.kinds ?? [])],
    peopleAffected: input.peopleAffected ?? null,
    severity: input.severity,
    actions: input.actions?.trim() || null,
  };
}

function required(text: string, path: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw problem(incidentErrors.INCIDENT_TEXT_EMPTY, {}, { path });
  return trimmed;
}

// A clock on somebody's desk may run a little ahead of ours.
const toleranceMs = 5 * 60_000;

function refuseFuture(ctx: Context, at: Date, path: string): void {
  if (at.getTime() > ctx.now.getTime() + toleranceMs)
    throw problem(incidentErrors.INCIDENT_IN_FUTURE, {}, { path });
}

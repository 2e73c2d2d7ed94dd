/** Visits as a phone sends them. */
import { randomUUIDv7 } from 'node:crypto';
import type { World } from './world.js';

export const recordVisit = `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) {
  id result topics note adultsWithSmartphone skills village { code } performers { fullName } recordedBy { fullName } } }`;

export const correctVisit = `mutation ($visitId: ID!, $reason: String!, $input: RecordVisitInput!) {
  correctVisit(visitId: $visitId, reason: $reason, input: $input) { id correctionReason corrects { id correctedBy { id } } } }`;

/** A visit at which somebody was met and shown how, an hour after the world began. */
export function aVisit(
  householdId: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> & { id: string } {
  return {
    id: randomUUIDv7(),
    householdId,
    visitedAt: '2025-12-01T07:30:00+07:00',
    result: 'MET',
    topics: ['VNEID_LEVEL2'],
    ...more,
  };
}

/** How many rows a visit leaves behind, counted as the owner: what a refusal must not change. */
export async function countWritten({ owner }: World): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(
    `select (select count(*) from visit)::int as visits, (select count(*) from visit_performer)::int as performers,
       (select count(*) from event where type <> 'SignedIn')::int as events, (select count(*) from event_detail)::int as details,
       (select count(*) from household)::int as homes, (select count(*) from person)::int as people,
       (select count(*) from org_unit)::int as units`,
  );
  return rows[0]!;
}

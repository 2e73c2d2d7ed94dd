// The sample's facts as rows of their tables, in an order in which every reference finds its row.
import { createHash } from 'node:crypto';
import type { SampleFacts, SampleWork, SessionFact, VisitFact } from './facts.js';

export type Row = Record<string, unknown>;
export type TableRows = [table: string, rows: Row[]];

export interface RowSettings {
  passwordHash: string;
  now: Date;
  /** The id of the unit with this code; null for null. */
  unit: (code: string | null) => number | null;
}

/** Who and what there is when the plan begins. */
export function standingRows(facts: SampleFacts, settings: RowSettings): TableRows[] {
  return [...peopleRows(facts, settings), ...teamRows(facts, settings), ...homeRows(facts, settings)];
}

/** What days bring. */
export function workRows(work: SampleWork, unit: RowSettings['unit']): TableRows[] {
  return [...visitRows(work, unit), ...sessionRows(work, unit), dossierRows(work)];
}

function peopleRows(
  { people, positions }: SampleFacts,
  { passwordHash, now, unit }: RowSettings,
): TableRows[] {
  const persons = people.map((person) => ({
    id: person.id,
    full_name: person.fullName,
    phone: person.phone,
    birth_year: person.birthYear,
    created_at: now,
  }));
  const skills = people.flatMap((person) => person.skills.map((topic) => ({ person_id: person.id, topic })));
  const accounts = people
    .filter(({ login }) => login !== null)
    .map(({ id, login }) => ({ person_id: id, login, password_hash: passwordHash, created_at: now }));
  const held = positions.map((position) => ({
    id: position.id,
    person_id: position.personId,
    org_unit_id: unit(position.unitCode),
    role: position.role,
    valid_from: position.validFrom,
    valid_to: position.validTo,
  }));
  return [
    ['person', persons],
    ['person_skill', skills],
    ['account', accounts],
    ['position', held],
  ];
}

function teamRows({ teams, memberships }: SampleFacts, { unit }: RowSettings): TableRows[] {
  const founded = teams.map((team) => ({
    id: team.id,
    village_id: unit(team.villageCode),
    name: team.name,
    founded_on: team.foundedOn,
    decision_number: team.decisionNumber,
  }));
  const members = memberships.map((membership) => ({
    id: membership.id,
    team_id: membership.teamId,
    village_id: unit(membership.villageCode),
    person_id: membership.personId,
    role: membership.role,
    nominated_by_id: unit(membership.nominatedByCode),
    valid_from: membership.validFrom,
    valid_to: membership.validTo,
    decision_number: membership.decisionNumber,
    decision_date: membership.decisionDate,
  }));
  return [
    ['team', founded],
    ['team_membership', members],
  ];
}

function homeRows({ homes, homeVillages }: SampleFacts, { now, unit }: RowSettings): TableRows[] {
  const roster = homes.map((home) => ({
    id: home.id,
    village_id: unit(home.villageCode),
    kind: home.kind,
    code: home.code,
    head_name: home.headName,
    lane: home.lane,
    address: home.address,
    phone: home.phone,
    adults: home.adults,
    citizens14: home.citizens14,
    verified_on: home.verifiedOn,
    removed_on: home.removedOn,
    version: 1,
    created_at: now,
  }));
  const whereabouts = homeVillages.map((row) => ({
    household_id: row.homeId,
    village_id: unit(row.villageCode),
    valid_from: row.validFrom,
    valid_to: row.validTo,
  }));
  return [
    ['household', roster],
    ['household_village', whereabouts],
  ];
}

function visitRows({ visits }: SampleWork, unit: RowSettings['unit']): TableRows[] {
  const made = visits.map((visit) => ({
    id: visit.id,
    household_id: visit.homeId,
    village_id: unit(visit.villageCode),
    corrects_id: visit.correctsId,
    correction_reason: visit.correctionReason,
    visited_at: visit.visitedAt,
    result: visit.result,
    topics: visit.topics,
    adults: visit.adults,
    citizens14: visit.citizens14,
    adults_with_smartphone: visit.adultsWithSmartphone,
    adults_with_epayment: visit.adultsWithEpayment,
    vneid_level2: visit.vneidLevel2,
    health_book: visit.healthBook,
    skills: visit.skills,
    skills_version: visit.skills === null ? null : 1,
    note: visit.note,
    form_version: 1,
    device_id: visit.deviceId,
    device_time: visit.recordedAt,
    recorded_by_id: visit.recordedById,
    recorded_at: visit.recordedAt,
    received_at: visit.receivedAt,
    payload_hash: payloadHash(visit),
  }));
  const performers = visits.flatMap(({ id, performerIds }) =>
    performerIds.map((personId) => ({ visit_id: id, person_id: personId })),
  );
  return [
    ['visit', made],
    ['visit_performer', performers],
  ];
}

function sessionRows({ sessions }: SampleWork, unit: RowSettings['unit']): TableRows[] {
  const held = sessions.map((session) => ({
    id: session.id,
    village_id: unit(session.villageCode),
    form: session.form,
    held_at: session.heldAt,
    place: session.place,
    topics: session.topics,
    people_count: session.peopleCount,
    recorded_by_id: session.recordedById,
    recorded_at: session.recordedAt,
    payload_hash: payloadHash(session),
  }));
  const reached = sessions.flatMap(({ id, homeIds }) =>
    homeIds.map((homeId) => ({ guidance_session_id: id, household_id: homeId })),
  );
  return [
    ['guidance_session', held],
    ['guidance_session_household', reached],
  ];
}

function dossierRows({ dossierMonths }: SampleWork): TableRows {
  const months = dossierMonths.map((month) => ({
    id: month.id,
    ends_on: month.endsOn,
    dossiers: month.dossiers,
    dossiers_online: month.dossiersOnline,
    online_users: month.onlineUsers,
    online_users_verified: month.onlineUsersVerified,
    recorded_by_id: month.recordedById,
    recorded_at: month.recordedAt,
  }));
  return ['dossier_month', months];
}

/** SHA-256 of the fact as JSON with sorted keys, as bytea text. */
function payloadHash(fact: VisitFact | SessionFact): string {
  const entries = Object.entries(fact).sort(([left], [right]) => (left < right ? -1 : 1));
  const canonical = JSON.stringify(Object.fromEntries(entries));
  return `\\x${createHash('sha256').update(canonical).digest('hex')}`;
}

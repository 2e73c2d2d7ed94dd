/** Personal data as such: consents, what people ask about their data, incidents, what is kept for how long. */
import { seesRowsOf } from './caller.js';
import { now, today } from './facts.js';
import type { Ask, Row, TypeModel } from './model.js';

const recordedBy = (row: Row, ask: Ask) => ask.one('Person', row['recordedById']);
const household = (row: Row, ask: Ask) => ask.one('Household', row['householdId']);

/** The calendar day of an instant in Vietnam. */
const dayOf = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

/** Answered or decided after its day, or still not by now. */
function isRequestLate({ answerDueOn, completeDueOn, answeredAt, completedAt }: Row): boolean {
  const decidedOn = completedAt ? dayOf(completedAt as string) : today;
  const answeredOn = answeredAt ? dayOf(answeredAt as string) : decidedOn;
  return answeredOn > (answerDueOn as string) || decidedOn > (completeDueOn as string);
}

const isIncidentLate = ({ notifyBy, notifiedAt, closedAt }: Row): boolean =>
  Date.parse((notifiedAt ?? closedAt ?? now) as string) > Date.parse(notifyBy as string);

export const privacyModel: Record<string, TypeModel> = {
  // Whoever reads a home reads what its people agreed to; all of them are the Office's and the leader's to list.
  Consent: {
    needs: 'see the homes',
    table: 'consent',
    sees: (row, ask) =>
      seesRowsOf(ask.caller, 'see privacy') ||
      (row['personId'] !== null && row['personId'] === ask.caller.personId) ||
      household(row, ask) !== null,
    order: ['-givenAt'],
    values: { household, person: (row, ask) => ask.one('Person', row['personId']), recordedBy },
  },
  ConsentPage: { needs: 'see privacy' },
  ConsentWording: { needs: 'record consents', unforetold: ['*'] },
  DataRequest: {
    needs: 'see privacy',
    table: 'dataRequest',
    sees: (_, { caller }) => seesRowsOf(caller, 'see privacy'),
    searched: ({ requesterName }) => (requesterName ?? '') as string,
    order: ['-receivedAt'],
    values: {
      household,
      recordedBy,
      decidedBy: (row, ask) => ask.one('Person', row['decidedById']),
      isLate: isRequestLate,
    },
  },
  Incident: {
    needs: 'see incidents',
    table: 'incident',
    sees: (_, { caller }) => seesRowsOf(caller, 'see incidents'),
    order: ['-discoveredAt'],
    values: { recordedBy, isLate: isIncidentLate },
  },
  RetentionRule: { needs: 'see privacy', unforetold: ['*'] },
};

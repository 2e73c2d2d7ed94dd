/** Calls about consents, requests of people about their data, and incidents. */
import { byId, doing, whole, type CallMaker } from './call.js';

const ofRequest = (document: string, state: 'RECEIVED' | 'ANSWERED'): CallMaker => [
  `mutation ($id: ID!) { ${document} { id } }`,
  async (place, fresh) => ({ id: await fresh.request(place, state) }),
];
const ofIncident = (document: string): CallMaker => [
  `mutation ($id: ID!) { ${document} { id } }`,
  async (place, fresh) => ({ id: await fresh.incident(place) }),
];

export const privacyCalls: Record<string, CallMaker> = {
  consents: whole('consents'),
  consentWordings: ['{ consentWordings { purpose version text } }'],
  dataRequests: whole('dataRequests'),
  dataRequest: byId('dataRequest', 'requestId'),
  incidents: whole('incidents'),
  incident: byId('incident', 'incidentId'),
  retentionRules: ['{ retentionRules { key keepsMonths waiting } }'],
  recordConsent: doing('recordConsent', 'RecordConsentInput', ({ homeId }, fresh) => ({
    householdId: homeId,
    purpose: 'PHOTO',
    wordingVersion: 1,
    giverName: fresh.word(),
    givenAt: '2025-11-30T08:00:00+07:00',
  })),
  withdrawConsent: [
    'mutation ($id: ID!) { withdrawConsent(id: $id) { id } }',
    async (place, fresh) => ({ id: await fresh.consent(place) }),
  ],
  recordDataRequest: doing('recordDataRequest', 'RecordDataRequestInput', ({ homeId }) => ({
    kind: 'ACCESS',
    requesterName: 'Lê Văn Hỏi',
    householdId: homeId,
  })),
  answerDataRequest: ofRequest('answerDataRequest(id: $id, answer: "Sẽ xoá")', 'RECEIVED'),
  completeDataRequest: ofRequest('completeDataRequest(id: $id, outcome: "Đã xoá")', 'ANSWERED'),
  refuseDataRequest: ofRequest('refuseDataRequest(id: $id, reason: "Không phải người trong hộ")', 'RECEIVED'),
  recordIncident: [
    `mutation { recordIncident(input: { title: "Mất máy", description: "Mất máy", discoveredAt: "2025-11-30T08:00:00+07:00", severity: LOW }) { id } }`,
  ],
  changeIncident: ofIncident(
    `changeIncident(id: $id, version: 1, input: { title: "Mất máy", description: "Mất hai máy", discoveredAt: "2025-11-30T08:00:00+07:00", severity: LOW })`,
  ),
  notifyIncident: ofIncident(
    'notifyIncident(id: $id, notifiedTo: "Công an xã", notifiedAt: "2025-12-01T07:00:00+07:00")',
  ),
  closeIncident: ofIncident('closeIncident(id: $id, lessons: "Đặt khoá màn hình")'),
};

/** Consents: recorded with the words that were agreed to, withdrawn at any time, never forgotten by a withdrawal. */
import { randomUUIDv7 } from 'node:crypto';
import {
  allow,
  communeOf,
  defineErrors,
  emit,
  explainConstraint,
  kernelErrors,
  personOf,
  problem,
  type Context,
} from '../../kernel/index.js';
import { getHousehold } from '../households/index.js';
import { Consent, type ConsentWording } from './consent.entity.js';
import { ConsentRecorded, ConsentWithdrawn } from './consent.events.js';
import type { RecordConsentInput } from './consent.inputs.js';
import { requiredText, refuseFuture } from './said.js';

const consentErrors = defineErrors({
  CONSENT_OF_WHOM: {
    kind: 'BAD_INPUT',
    vi: 'Hãy chọn hộ, hoặc chọn một người làm việc trong các Tổ, chứ không phải cả hai.',
    en: 'Choose a home, or one of the people of the teams, and not both.',
  },
  CONSENT_WORDING_UNKNOWN: {
    kind: 'BAD_INPUT',
    vi: 'Không có lời hỏi phiên bản này. Hãy mở lại mẫu và đọc bản đang dùng.',
    en: 'There is no wording of this version. Open the form again and read the one in force.',
  },
  CONSENT_STANDS: {
    kind: 'CONFLICT',
    vi: 'Người này đã đồng ý việc này rồi và chưa rút lại.',
    en: 'This person has consented to this already and has not withdrawn it.',
  },
  CONSENT_WITHDRAWN_ALREADY: {
    kind: 'CONFLICT',
    vi: 'Sự đồng ý này đã được rút lại.',
    en: 'This consent was withdrawn already.',
  },
});
explainConstraint('consent_stands', consentErrors.CONSENT_STANDS);
explainConstraint('consent_purpose_wording_version_fkey', consentErrors.CONSENT_WORDING_UNKNOWN);

async function getConsent(ctx: Context, id: string): Promise<Consent> {
  const consent = await ctx.db.em.findOne(Consent, { id });
  if (!consent) throw problem(kernelErrors.NOT_FOUND);
  return consent;
}

/** Records a consent of a home (where the caller records them) or of one of the people who do the work. */
export async function recordConsent(ctx: Context, input: RecordConsentInput): Promise<Consent> {
  await allowFor(ctx, { householdId: input.householdId ?? null, personId: input.personId ?? null });
  const giverName = requiredText(input.giverName, 'input.giverName');
  refuseFuture(ctx, input.givenAt, 'input.givenAt');
  const { purpose, wordingVersion, givenAt } = input;
  const id = randomUUIDv7();
  const about = { householdId: input.householdId ?? null, personId: input.personId ?? null };
  ctx.db.em.create(Consent, {
    id,
    communeId: communeOf(ctx.identity),
    ...about,
    ...{ purpose, wordingVersion, giverName, givenAt },
    recordedById: personOf(ctx.identity),
    recordedAt: ctx.now,
    ...{ withdrawnAt: null, withdrawnById: null, withdrawalNote: null },
  });
  await ctx.db.em.flush();
  await emit(ctx, ConsentRecorded, {
    subject: { type: 'consent', id },
    data: { consentId: id, ...about, purpose, wordingVersion },
    detail: { after: { giverName, givenAt } },
  });
  return getConsent(ctx, id);
}

/** Withdraws a consent; that it was given stays on record. Errors: NOT_FOUND, CONSENT_WITHDRAWN_ALREADY. */
export async function withdrawConsent(ctx: Context, id: string, note: string | null): Promise<Consent> {
  const { householdId, personId, purpose } = await getConsent(ctx, id);
  await allowFor(ctx, { householdId, personId });
  const withdrawalNote = note?.trim() || null;
  const withdrawn = await ctx.db.em.nativeUpdate(
    Consent,
    { id, withdrawnAt: null },
    { withdrawnAt: ctx.now, withdrawnById: personOf(ctx.identity), withdrawalNote },
  );
  if (withdrawn === 0) throw problem(consentErrors.CONSENT_WITHDRAWN_ALREADY);
  await emit(ctx, ConsentWithdrawn, {
    subject: { type: 'consent', id },
    data: { consentId: id, householdId, personId, purpose },
    detail: { before: { withdrawnAt: null }, after: { withdrawnAt: ctx.now, withdrawalNote } },
  });
  ctx.db.em.clear();
  return getConsent(ctx, id);
}

interface About {
  householdId: string | null;
  personId: string | null;
}

/** At the home's village; for the people who do the work only where the whole commune is in reach. */
async function allowFor(ctx: Context, { householdId, personId }: About): Promise<void> {
  if ((householdId === null) === (personId === null))
    throw problem(consentErrors.CONSENT_OF_WHOM, {}, { path: 'input.householdId' });
  if (householdId === null) return allow(ctx, 'consent:record', { orgUnitId: null });
  const household = await getHousehold(ctx, householdId);
  allow(ctx, 'consent:record', { orgUnitId: household.villageId });
}

/** Every wording, the one in force of each purpose before those it replaced, with the commune’s name filled in. */
export function readWordings(ctx: Context): Promise<ConsentWording[]> {
  return ctx.db.query<ConsentWording>(
    `select w.purpose, w.version, replace(w.text, '{commune}', c.name) as text
     from consent_wording w join commune c on c.id = $1 order by w.purpose, w.version desc`,
    [communeOf(ctx.identity)],
  );
}

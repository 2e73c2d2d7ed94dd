/** What people ask about their data: taken down, answered, decided. Every step is one guarded update. */
import { randomUUIDv7 } from 'node:crypto';
import {
  allow,
  allowDecision,
  communeOf,
  defineErrors,
  emit,
  kernelErrors,
  personOf,
  problem,
  type Context,
  type EventDefinition,
} from '../../kernel/index.js';
import { getHousehold } from '../households/index.js';
import { DataRequest, DataRequestKind, DataRequestState } from './data-request.entity.js';
import {
  DataRequestAnswered,
  DataRequestCompleted,
  DataRequestRecorded,
  DataRequestRefused,
} from './data-request.events.js';
import type { RecordDataRequestInput } from './data-request.inputs.js';
import { clocksOf, steps } from './data-request.rules.js';
import { eraseHousehold } from './erasure.js';
import { refuseFuture, requiredText } from './said.js';

const requestErrors = defineErrors({
  DATA_REQUEST_WITHOUT_HOME: {
    kind: 'BAD_INPUT',
    vi: 'Yêu cầu xoá phải nói rõ của hộ nào. Hãy chọn hộ.',
    en: 'A request to delete must say which home it is about. Choose the home.',
  },
  DATA_REQUEST_NOT_ANSWERED: {
    kind: 'CONFLICT',
    vi: 'Hãy trả lời người yêu cầu trước, rồi mới hoàn thành.',
    en: 'Answer whoever asked first, then complete it.',
  },
  DATA_REQUEST_MOVED_ON: {
    kind: 'CONFLICT',
    vi: 'Yêu cầu này đã được xử lý bước đó. Hãy tải lại trang để xem.',
    en: 'This request has taken that step already. Reload the page to see it.',
  },
});

async function getRequest(ctx: Context, id: string): Promise<DataRequest> {
  const request = await ctx.db.em.findOne(DataRequest, { id });
  if (!request) throw problem(kernelErrors.NOT_FOUND);
  return request;
}

/** Takes a request down; its clocks are set now and do not move. */
export async function recordDataRequest(ctx: Context, input: RecordDataRequestInput): Promise<DataRequest> {
  allow(ctx, 'privacy:manage');
  const { kind } = input;
  const householdId = input.householdId ?? null;
  if (kind === DataRequestKind.DELETE && householdId === null)
    throw problem(requestErrors.DATA_REQUEST_WITHOUT_HOME, {}, { path: 'input.householdId' });
  if (householdId !== null) await getHousehold(ctx, householdId);
  const receivedAt = input.receivedAt ?? ctx.now;
  refuseFuture(ctx, receivedAt, 'input.receivedAt');
  const said = {
    requesterName: requiredText(input.requesterName, 'input.requesterName'),
    requesterContact: input.requesterContact?.trim() || null,
    description: input.description?.trim() || null,
  };
  const id = randomUUIDv7();
  ctx.db.em.create(DataRequest, {
    id,
    communeId: communeOf(ctx.identity),
    state: DataRequestState.RECEIVED,
    ...{ kind, householdId, receivedAt, ...said },
    ...(await clocksOf(ctx, receivedAt)),
    recordedById: personOf(ctx.identity),
    recordedAt: ctx.now,
    ...{
      answeredAt: null,
      answer: null,
      completedAt: null,
      outcome: null,
      refusedReason: null,
      decidedById: null,
    },
  });
  await ctx.db.em.flush();
  await tell(ctx, DataRequestRecorded, { id, kind, householdId }, { after: said });
  return getRequest(ctx, id);
}

/** Notes what the person was told. Errors: NOT_FOUND, DATA_REQUEST_MOVED_ON. */
export async function answerDataRequest(ctx: Context, id: string, answer: string): Promise<DataRequest> {
  allow(ctx, 'privacy:manage');
  const request = await getRequest(ctx, id);
  const said = { answer: requiredText(answer, 'answer') };
  await take(ctx, request, 'answer', { ...said, answeredAt: ctx.now });
  await tell(ctx, DataRequestAnswered, request, change(request, 'answer', said));
  return reread(ctx, id);
}

/**
 * Completes a request. Deleting is done by somebody other than who took the request down, and is done here: the home
 * is nobody's afterwards. Errors: NOT_FOUND, OWN_WORK, DATA_REQUEST_NOT_ANSWERED, DATA_REQUEST_MOVED_ON.
 */
export async function completeDataRequest(ctx: Context, id: string, outcome: string): Promise<DataRequest> {
  allow(ctx, 'privacy:manage');
  const request = await getRequest(ctx, id);
  const isDeletion = request.kind === DataRequestKind.DELETE;
  if (isDeletion) allowDecision(ctx, 'privacy:manage', { authors: [request.recordedById] });
  if (request.state === DataRequestState.RECEIVED) throw problem(requestErrors.DATA_REQUEST_NOT_ANSWERED);
  const said = { outcome: requiredText(outcome, 'outcome') };
  await take(ctx, request, 'complete', {
    ...said,
    completedAt: ctx.now,
    decidedById: personOf(ctx.identity),
  });
  if (isDeletion && request.householdId !== null) await eraseHousehold(ctx, request.householdId);
  await tell(ctx, DataRequestCompleted, request, change(request, 'complete', said));
  return reread(ctx, id);
}

/** Refuses a request, with the reason. Errors: NOT_FOUND, DATA_REQUEST_MOVED_ON. */
export async function refuseDataRequest(ctx: Context, id: string, reason: string): Promise<DataRequest> {
  allow(ctx, 'privacy:manage');
  const request = await getRequest(ctx, id);
  const said = { refusedReason: requiredText(reason, 'reason') };
  await take(ctx, request, 'refuse', { ...said, completedAt: ctx.now, decidedById: personOf(ctx.identity) });
  await tell(ctx, DataRequestRefused, request, change(request, 'refuse', said));
  return reread(ctx, id);
}

/** One guarded update: of two who decide at once, one does. */
async function take(
  ctx: Context,
  { id }: DataRequest,
  step: keyof typeof steps,
  said: Partial<DataRequest>,
): Promise<void> {
  const { from, to } = steps[step];
  const taken = await ctx.db.em.nativeUpdate(
    DataRequest,
    { id, state: { $in: [...from] } },
    { ...said, state: to },
  );
  if (taken === 0) throw problem(requestErrors.DATA_REQUEST_MOVED_ON);
}

function change({ state }: DataRequest, step: keyof typeof steps, said: object) {
  return { before: { state }, after: { state: steps[step].to, ...said } };
}

type Told = typeof DataRequestRecorded extends EventDefinition<infer T> ? T : never;

async function tell(
  ctx: Context,
  event: EventDefinition<Told>,
  { id, kind, householdId }: Pick<DataRequest, 'id' | 'kind' | 'householdId'>,
  detail: Record<string, unknown>,
): Promise<void> {
  const subject = { type: 'data_request', id };
  await emit(ctx, event, { subject, data: { requestId: id, kind, householdId }, detail });
}

function reread(ctx: Context, id: string): Promise<DataRequest> {
  ctx.db.em.clear();
  return getRequest(ctx, id);
}

/** How long a request may take, where it may go from where it stands, and whether it is late. */
import { z } from 'zod';
import { addDays, vietnamDay, type Context } from '../../kernel/index.js';
import { defineParameter, parameterOn, workingDaysAfter } from '../parameters/index.js';
import { DataRequestState, type DataRequest } from './data-request.entity.js';

const answerDays = defineParameter({
  key: 'data-request-answer-days',
  title: {
    vi: 'Hạn trả lời yêu cầu về dữ liệu cá nhân',
    en: 'A request about personal data is answered within',
  },
  unit: { vi: 'ngày làm việc', en: 'working days' },
  shape: z.int().min(1).max(60),
  default: {
    value: 2,
    legalBasis: 'Nghị định số 356/2025/NĐ-CP hướng dẫn Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
    validFrom: '2026-01-01',
    isConfirmed: true,
  },
});

const completionDays = defineParameter({
  key: 'data-request-completion-days',
  title: {
    vi: 'Hạn hoàn thành yêu cầu về dữ liệu cá nhân',
    en: 'A request about personal data is completed within',
  },
  unit: { vi: 'ngày', en: 'days' },
  shape: z.int().min(1).max(120),
  default: {
    value: 15,
    legalBasis: 'Nghị định số 356/2025/NĐ-CP; thời hạn của từng loại yêu cầu cần đối chiếu với văn bản',
    validFrom: '2026-01-01',
    isConfirmed: false,
  },
});

/** The last days to answer and to complete what came in at this moment, by the rules of that day. */
export async function clocksOf(ctx: Context, receivedAt: Date) {
  const day = vietnamDay(receivedAt);
  return {
    answerDueOn: await workingDaysAfter(ctx, day, await parameterOn(ctx, answerDays, day)),
    completeDueOn: addDays(day, await parameterOn(ctx, completionDays, day)),
  };
}

type Step = 'answer' | 'complete' | 'refuse';

/** From where to where each step leads. Whoever asked is told first what will be done. */
export const steps: Record<Step, { from: readonly DataRequestState[]; to: DataRequestState }> = {
  answer: { from: [DataRequestState.RECEIVED], to: DataRequestState.ANSWERED },
  complete: { from: [DataRequestState.ANSWERED], to: DataRequestState.COMPLETED },
  refuse: { from: [DataRequestState.RECEIVED, DataRequestState.ANSWERED], to: DataRequestState.REFUSED },
};

/** Whether it was answered or decided late, or is late by now. Pure. */
export function isLate(request: DataRequest, today: string): boolean {
  const { answerDueOn, completeDueOn, answeredAt, completedAt } = request;
  const decidedOn = completedAt ? vietnamDay(completedAt) : today;
  const answeredOn = answeredAt ? vietnamDay(answeredAt) : decidedOn;
  return answeredOn > answerDueOn || decidedOn > completeDueOn;
}

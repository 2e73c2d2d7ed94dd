/** What people say at a counter, as it is taken down. */
import { defineErrors, problem, type Context } from '../../kernel/index.js';

const saidErrors = defineErrors({
  SAID_NOTHING: { kind: 'BAD_INPUT', vi: 'Hãy ghi nội dung này.', en: 'Write this down.' },
  SAID_IN_FUTURE: {
    kind: 'BAD_INPUT',
    vi: 'Thời điểm này chưa tới. Hãy kiểm tra ngày giờ.',
    en: 'This time lies in the future. Check the date and time.',
  },
});

// A clock on somebody's desk may run a little ahead of ours.
const toleranceMs = 5 * 60_000;

/** The text without blanks around it. Errors: SAID_NOTHING. */
export function requiredText(text: string, path: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw problem(saidErrors.SAID_NOTHING, {}, { path });
  return trimmed;
}

/** Errors: SAID_IN_FUTURE. */
export function refuseFuture(ctx: Context, at: Date, path: string): void {
  if (at.getTime() > ctx.now.getTime() + toleranceMs) throw problem(saidErrors.SAID_IN_FUTURE, {}, { path });
}

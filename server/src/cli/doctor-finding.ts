// What `tungnha doctor` says about one thing that it looked at.

export type Verdict = 'ok' | 'warn' | 'fail';

export interface Finding {
  check: string;
  verdict: Verdict;
  vi: string;
  en: string;
  /** Each thing that is wrong, by name. */
  details: string[];
}

interface Wording {
  check: string;
  /** What is right when nothing is wrong. */
  right: [vi: string, en: string];
  /** What is wrong, and what to do about it. */
  wrong: [vi: string, en: string];
}

/** Right without details, else wrong: a failure, unless it is only to be known. */
export function judge({ check, right, wrong }: Wording, details: string[], badly: Verdict = 'fail'): Finding {
  const [vi, en] = details.length === 0 ? right : wrong;
  return { check, verdict: details.length === 0 ? 'ok' : badly, vi, en, details };
}

import type { InvitationBatch, InvitationSheet, InviteRow, RowProblem } from '../../../providers/types';

/** Somebody who is about to be invited, while the list is put right. */
export interface Draft {
  key: string;
  /** Where it stands in the sheet; null for what was typed here. */
  line: number | null;
  row: InviteRow;
  /** The name of a known person, or as it would be kept. */
  fullName: string | null;
  /** As the server would make it. */
  login: string | null;
  /** What could not be read from the sheet. It holds until the row is mended: the server never saw what stood there. */
  unread: RowProblem[];
  /** What the server would refuse. */
  refused: RowProblem[];
}

let count = 0;
const nextKey = (): string => `row${(count += 1)}`;

export const typedDraft = (row: InviteRow, fullName: string | null): Draft => ({
  key: nextKey(),
  line: null,
  row,
  fullName,
  login: null,
  unread: [],
  refused: [],
});

/** Cells that say something the server does not understand. All its other problems it tells again when it is asked. */
const isUnread = ({ key }: RowProblem): boolean => /_(UNREADABLE|UNKNOWN)$/.test(key);

export const draftsOf = (sheet: InvitationSheet): Draft[] =>
  sheet.rows.map(({ line, row, problems }) => ({
    ...typedDraft(row, row.fullName ?? null),
    line,
    unread: problems.filter(isUnread),
    refused: problems.filter((problem) => !isUnread(problem)),
  }));

export const problemsOf = (draft: Draft): RowProblem[] => [
  ...draft.unread,
  // A field that could not be read is missing as well: once is enough.
  ...draft.refused.filter((problem) => !draft.unread.some(({ field }) => field === problem.field)),
];

export const isGood = (draft: Draft): boolean => problemsOf(draft).length === 0;

/** What a try with nothing written said about each row, in the order they were sent. */
export const checked = (drafts: Draft[], { rows }: InvitationBatch): Draft[] =>
  drafts.map((draft, index) => {
    const said = rows[index];
    if (!said) return draft;
    return { ...draft, fullName: said.fullName ?? draft.fullName, login: said.login, refused: said.problems };
  });

/** Only what the server takes: a row read from a sheet carries the type's name and empty places. */
export const inputOf = ({ row }: Draft): InviteRow => {
  const { personId, fullName, phone, birthYear, login, role, orgUnitId, orgUnitCode, validFrom } = row;
  const position = role || orgUnitId || orgUnitCode ? { role, orgUnitId, orgUnitCode, validFrom } : {};
  const person = personId ? { personId } : { fullName, phone, birthYear };
  return Object.fromEntries(
    Object.entries({ ...person, login, ...position }).filter(([, value]) => value !== null && value !== ''),
  );
};

import { describe, expect, test } from '@jest/globals';
import type { InvitationBatch, RowProblem } from '../../../providers/types';
import { checked, draftsOf, inputOf, isGood, problemsOf, typedDraft } from './drafts';

const problem = (field: string, key: string): RowProblem => ({ field, key, messages: { vi: key, en: key } });

const sheet = {
  columns: [],
  ignoredColumns: [],
  rows: [
    {
      line: 4,
      row: { fullName: 'Nguyễn Văn Bình', birthYear: null },
      problems: [problem('birthYear', 'INVITED_YEAR_UNREADABLE')],
    },
    { line: 5, row: { fullName: 'Trần Thị Lan' }, problems: [] },
  ],
};
const clean: InvitationBatch = {
  created: 2,
  refused: 0,
  rows: [
    { index: 0, fullName: 'Nguyễn Văn Bình', login: 'nguyen.van.binh', problems: [], link: null },
    { index: 1, fullName: 'Trần Thị Lan', login: 'tran.thi.lan', problems: [], link: null },
  ],
};

describe('the list of people to invite', () => {
  test('a row whose year could not be read is not good, though without a year the server would take it', () => {
    const drafts = checked(draftsOf(sheet), clean);
    expect(drafts.map(isGood)).toEqual([false, true]);
    expect(drafts.map((draft) => draft.login)).toEqual(['nguyen.van.binh', 'tran.thi.lan']);
  });

  test('a row that repeated another is good once the other is gone', () => {
    const repeated = {
      line: 5,
      row: { fullName: 'Trần Thị Lan' },
      problems: [problem('fullName', 'SAME_AS_ROW')],
    };
    const [draft] = draftsOf({ ...sheet, rows: [repeated] });
    expect(isGood(draft!)).toBe(false);
    expect(checked([draft!], { ...clean, rows: clean.rows.slice(1) }).map(isGood)).toEqual([true]);
  });

  test('says once what is wrong with a field', () => {
    const [draft] = draftsOf({
      ...sheet,
      rows: [{ line: 4, row: {}, problems: [problem('role', 'INVITED_ROLE_UNKNOWN')] }],
    });
    const refused = { ...draft!, refused: [problem('role', 'INCOMPLETE'), problem('phone', 'BAD_PHONE')] };
    expect(problemsOf(refused).map(({ key }) => key)).toEqual(['INVITED_ROLE_UNKNOWN', 'BAD_PHONE']);
  });

  test('sends a known person by id alone, and no position without a role or an organisation', () => {
    const known = typedDraft(
      { personId: 'p1', fullName: 'Lan', phone: '0912', validFrom: '2025-12-01' },
      'Lan',
    );
    expect(inputOf(known)).toEqual({ personId: 'p1' });
    const head = typedDraft(
      { fullName: 'Bình', role: 'VILLAGE_HEAD', orgUnitCode: 'T01', login: '' },
      'Bình',
    );
    expect(inputOf(head)).toEqual({ fullName: 'Bình', role: 'VILLAGE_HEAD', orgUnitCode: 'T01' });
  });
});

import { allow, problem, type Context, type FieldProblem } from '../../kernel/index.js';
import { readTable, UploadPurpose } from '../files/index.js';
import { OrgUnit } from '../org/index.js';
import { invitationErrors } from './invitation.errors.js';
import { planInvitations } from './invitation.plan.js';
import { factsFor, peopleLike } from './invitation.queries.js';
import { requireRoom, shownProblems } from './invitation.service.js';
import { knownHeadings, knownPersonOf, readColumns, readPeople, type ReadRow } from './invitation.sheet.js';
import type { InvitationSheet } from './invitation.types.js';

/**
 * Reads an uploaded sheet of people to invite and tells what is wrong with each, as a dry run would. A row with the name
 * and the phone of a known person is about that person. Changes nothing. Errors: FILE_NOT_FOUND and those of the table,
 * SHEET_WITHOUT_NAMES, BATCH_TOO_LARGE.
 */
export async function readInvitationSheet(ctx: Context, fileId: string): Promise<InvitationSheet> {
  allow(ctx, 'account:manage');
  const table = await readTable(ctx, fileId, UploadPurpose.ACCOUNTS_SHEET, knownHeadings);
  const columns = readColumns(table.columns);
  if (columns.at.fullName === undefined) throw problem(invitationErrors.SHEET_WITHOUT_NAMES);
  const read = readPeople(table, columns, await ctx.db.em.find(OrgUnit, {}));
  requireRoom(read.length);
  const people = await peopleLike(
    ctx,
    read.map(({ row }) => row),
  );
  const rows = read.map(({ row }) => ({ ...row, personId: knownPersonOf(row, people) }));
  const planned = planInvitations(rows, await factsFor(ctx, rows), (index) => read[index]!.line);
  return {
    columns: columns.understood,
    ignoredColumns: columns.ignored,
    rows: read.map((of, index) => ({
      line: of.line,
      row: rows[index]!,
      problems: shownProblems(together(of, planned[index]!.problems)),
    })),
  };
}

// A cell that was not understood looks empty to the plan; what it says of that field is beside the point.
function together({ problems: unreadable }: ReadRow, planned: readonly FieldProblem[]): FieldProblem[] {
  const fields = new Set(unreadable.map(({ path }) => path));
  return [...unreadable, ...planned.filter(({ path }) => !fields.has(path))];
}

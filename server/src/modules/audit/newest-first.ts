// Pages of what only grows: ordered by time and id, newest first, each page beginning after the last row of the one
// before. Nothing is counted and nothing skipped, so page one thousand costs as much as page one.
import { ArgsType, Field, Int } from 'type-graphql';
import { kernelErrors, PageInfo, problem } from '../../kernel/index.js';

const defaultPage = 25;
const largestPage = 100;

@ArgsType()
export class NewestFirstArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Rows of a page, ${defaultPage} unless told, at most ${largestPage}`,
  })
  declare first?: number;
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before' })
  declare after?: string;
}

/** The row that a page begins after: its instant as the database writes it, and its id. */
export interface Place {
  at: string;
  id: string;
}

export interface PageRequest {
  size: number;
  after: Place | null;
}

/** Errors: PAGE_TOO_LARGE, CURSOR_NOT_VALID. */
export function pageRequest({ first, after }: NewestFirstArgs): PageRequest {
  const size = first ?? defaultPage;
  if (size < 0 || size > largestPage)
    throw problem(kernelErrors.PAGE_TOO_LARGE, { limit: largestPage, offset: 0 });
  return { size, after: after === undefined || after === null ? null : placeOf(after) };
}

const cursor = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)\|([0-9a-f-]{36})$/;

function placeOf(after: string): Place {
  const [, at, id] = cursor.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw problem(kernelErrors.CURSOR_NOT_VALID, {}, { path: 'after' });
  return { at, id };
}

/** The page out of rows of which one more than its size was asked for. */
export function pageOf<Row extends Place>(rows: Row[], { size, after }: PageRequest) {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: rows.length > size,
    hasPreviousPage: after !== null,
    endCursor: last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
  });
  return { rows: shown, pageInfo };
}

/** Gathers the values of a statement; gives `$n` for each. */
export class Values {
  readonly list: unknown[] = [];

  /** `$n` for this value, with its type. */
  of(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

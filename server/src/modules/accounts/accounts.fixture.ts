/** What the tests of this module share: the calls of an administrator, and facts told by the database's owner. */
import type { Client } from '../../../../tests/kit/client.js';
import type { World } from '../../../../tests/kit/world.js';

export const password = 'một-mật-khẩu-thử';

export const invite = `mutation ($rows: [InviteRowInput!]!, $dryRun: Boolean) { inviteAccounts(rows: $rows, dryRun: $dryRun) {
  created refused rows { index fullName login problems { field key messages { vi en } }
    link { path expiresAt account { id login state person { id fullName } } } } } }`;
export const addPosition = `mutation ($input: AddPositionInput!) { addPosition(input: $input) {
  id role validFrom validTo person { fullName } orgUnit { code } } }`;
export const endPosition =
  'mutation ($id: ID!, $on: LocalDate!) { endPosition(id: $id, on: $on) { id validFrom validTo } }';
export const disable =
  'mutation ($id: ID!, $reason: String!) { disableAccount(id: $id, reason: $reason) { id state disabledReason disabledAt } }';
export const enable = 'mutation ($id: ID!) { enableAccount(id: $id) { id state disabledReason disabledAt } }';
export const reset =
  'mutation ($accountId: ID!) { resetAccess(accountId: $accountId) { path expiresAt account { login openInvitation { kind } } } }';

export interface InvitedRow {
  index: number;
  fullName: string | null;
  login: string | null;
  problems: { field: string; key: string; messages: { vi: string; en: string } }[];
  link: {
    path: string;
    expiresAt: string;
    account: { id: string; login: string; state: string; person: { id: string; fullName: string } };
  } | null;
}
export interface Batch {
  created: number;
  refused: number;
  rows: InvitedRow[];
}

export async function inviteRows(client: Client, rows: object[], dryRun = false): Promise<Batch> {
  return (await client.ask<{ inviteAccounts: Batch }>(invite, { rows, dryRun })).inviteAccounts;
}

/** "field KEY" for each problem of each row. */
export const problemsOf = ({ rows }: Batch) =>
  rows.map(({ problems }) => problems.map(({ field, key }) => `${field} ${key}`));

export const nowhere = '019ad000-0000-7000-8000-000000000001';

export async function accountOf({ owner }: World, login: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from account where login = $1', [login]);
  return rows[0]!.id;
}

export async function newPerson(
  { owner, communeId }: World,
  fullName: string,
  more: { phone?: string; birthYear?: number } = {},
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (commune_id, full_name, phone, birth_year, created_at) values ($1, $2, $3, $4, now()) returning id`,
    [communeId, fullName, more.phone ?? null, more.birthYear ?? null],
  );
  return rows[0]!.id;
}

interface Written {
  data: Record<string, unknown>;
  detail: Record<string, unknown> | null;
  actor: string;
}

/** Events of a type as they were written, the first one first. */
export async function eventsOf({ owner }: World, type: string): Promise<Written[]> {
  const { rows } = await owner.query<Written>(
    `select e.data, d.detail, e.actor_person_id as actor from event e left join event_detail d on d.event_id = e.id
     where e.type = $1 order by e.id`,
    [type],
  );
  return rows;
}

/** The text of every statement that the server sends while something is done, but for the ticking of its clock. */
export async function statementsOf(
  spy: { mock: { calls: unknown[][] }; mockClear(): unknown },
  work: () => Promise<unknown>,
): Promise<string[]> {
  spy.mockClear();
  await work();
  return spy.mock.calls
    .map(([statement]) => JSON.stringify(statement))
    .filter((text) => !text.includes('update business_clock') && !text.includes('select enter_job'));
}

import type { Context } from '../../kernel/index.js';

/** Whose each of these accounts is, in their order; null where the caller may not know. */
export async function personsOfAccounts({ db }: Context, ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.query<{ id: string; personId: string }>(
    'select id, person_id as "personId" from account where id = any ($1)',
    [[...ids]],
  );
  const byId = new Map(rows.map(({ id, personId }) => [id, personId]));
  return ids.map((id) => byId.get(id) ?? null);
}

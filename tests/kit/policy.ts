/** Breaks the server's policy while it runs, for tests of the tests: who else would notice a wrong grant? */
import { enforceRoles, roles } from '../../server/src/roles.js';

export type Reach = 'self' | 'unit' | 'commune';

type Grants = Record<string, Reach>;
const grantsOf = (role: string) => (roles as Record<string, { may: Grants }>)[role]!.may;

/** How far a role's grant of an action goes; undefined when it has none. */
export const grantOf = (role: string, action: string): Reach | undefined => grantsOf(role)[action];

/** Gives a role another reach of an action, or takes it away, for the time of the work. */
export async function withGrant<T>(
  { role, action, reach }: { role: string; action: string; reach: Reach | null },
  work: () => Promise<T>,
): Promise<T> {
  const grants = grantsOf(role);
  const before = grants[action];
  set(grants, action, reach ?? undefined);
  try {
    return await work();
  } finally {
    set(grants, action, before);
  }
}

function set(grants: Grants, action: string, reach: Reach | undefined): void {
  if (reach) grants[action] = reach;
  else delete grants[action];
  enforceRoles();
}

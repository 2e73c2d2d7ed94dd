// One policy for three questions: may this call be made, which rows does it touch, what does the panel show.
// Actions are defined beside their module, roles.ts grants them with a reach, and the same grants give the
// check (allow), the row scope (reachForRows) and the abilities sent to the panel, so a hidden button and
// a refused call cannot disagree.
import { Extensions } from 'type-graphql';
import type { Context } from './context.js';
import { kernelErrors, problem, type Problem } from './error.js';
import type { HeldPosition, Identity } from './identity.js';

/** How far a grant reaches: the caller, the unit of the position, the whole commune. */
export type Reach = 'self' | 'unit' | 'commune';

export interface RoleDefinition {
  title: { vi: string; en: string };
  may: Partial<Record<string, Reach>>;
}

export interface Ability {
  action: string;
  reach: Reach;
  /** The units it holds in; null for the whole commune or the caller alone. */
  orgUnitIds: ReadonlySet<number> | null;
}

/** Abilities by action. `key` is equal for callers with equal abilities. */
export interface Abilities {
  key: string;
  has(action: string): boolean;
  get(action: string): Ability | undefined;
  all(): Ability[];
}

/** The pseudo-action of what anyone may do or read, signed in or not. */
export const anyone = 'anyone';
/** The pseudo-action of what everybody may do who has come in all the way, whatever their positions. */
export const signedIn = 'signed-in';

/**
 * Kinds of rows that row-level security shows to some roles only, as bits of tungnha.walls. The order is the
 * database's (0004-access.sql) and never changes.
 */
const wallBits = { people: 1, accounts: 2, audit: 4, privacy: 8, incidents: 16 };
export type Wall = keyof typeof wallBits;

const actions = new Map<string, string>();
let roles: Record<string, RoleDefinition> = {};
let rowReach = '{}';
let keyNeeds = '{}';

/** Adds a module's actions, `noun:verb`, each with a sentence that says what it allows. */
export function defineActions(definitions: Record<string, string>): void {
  for (const [action, meaning] of Object.entries(definitions)) {
    if (actions.has(action)) throw new Error(`Action ${action} is defined twice`);
    actions.set(action, meaning);
  }
}

export function everyAction(): { action: string; meaning: string }[] {
  return [...actions].map(([action, meaning]) => ({ action, meaning }));
}

/**
 * Installs the grants. `scoped` names the actions that decide what row-level security shows: household rows,
 * whole phone numbers, and the rows behind each wall. Refuses a grant of an action that no module defines.
 */
export function installRoles(definitions: Record<string, RoleDefinition>, scoped: ScopedActions): void {
  for (const [role, { may }] of Object.entries(definitions)) {
    const unknown = Object.keys(may).find((action) => !actions.has(action));
    if (unknown) throw new Error(`Role ${role} is granted ${unknown}, which no module defines`);
  }
  roles = definitions;
  const walls = Object.entries(scoped.walls) as [Wall, string][];
  const reaches = Object.entries(definitions).map(([role, { may }]) => [
    role,
    {
      rows: may[scoped.rows],
      phones: may[scoped.phones],
      walls: walls.reduce((bits, [wall, action]) => (may[action] ? bits | wallBits[wall] : bits), 0),
      viewAs: may[scoped.viewAs] !== undefined,
    },
  ]);
  rowReach = JSON.stringify(Object.fromEntries(reaches));
  keyNeeds = JSON.stringify({
    rows: scoped.rows,
    phones: scoped.phones,
    walls: Object.fromEntries(walls.map(([wall, action]) => [action, wallBits[wall]])),
  });
  cache.clear();
}

interface ScopedActions {
  rows: string;
  phones: string;
  viewAs: string;
  walls: Record<Wall, string>;
}

/** For enter_session and enter_key: how far each role reaches, as JSON. */
export function reachForRows(): string {
  return rowReach;
}

/** For enter_key: which action of a key's scopes opens which rows, as JSON. */
export function needsOfKeys(): string {
  return keyNeeds;
}

/** What a role may do, for whoever explains or previews roles. */
export function roleDefinition(role: string): RoleDefinition | undefined {
  return roles[role];
}

const cache = new Map<string, Abilities>();
const mostCached = 2_000;

/** The union of what a person's positions grant today. */
export function abilitiesOf(positions: HeldPosition[]): Abilities {
  const key = positions
    .map(({ role, orgUnitId }) => `${role}@${orgUnitId}`)
    .toSorted()
    .join(' ');
  const known = cache.get(key);
  if (known) return known;
  const merged = new Map<string, Ability>();
  for (const { role, orgUnitId } of positions) {
    for (const [action, reach] of Object.entries(roles[role]?.may ?? {})) {
      if (reach) merged.set(action, widen(merged.get(action), { action, reach, orgUnitId }));
    }
  }
  const abilities = abilitiesFrom(key, merged);
  if (cache.size >= mostCached) cache.clear();
  cache.set(key, abilities);
  return abilities;
}

function widen(
  held: Ability | undefined,
  grant: { action: string; reach: Reach; orgUnitId: number },
): Ability {
  const { action, reach, orgUnitId } = grant;
  if (reach === 'commune' || held?.reach === 'commune') return { action, reach: 'commune', orgUnitIds: null };
  if (reach === 'self') return held ?? { action, reach, orgUnitIds: null };
  return { action, reach, orgUnitIds: new Set([...(held?.orgUnitIds ?? []), orgUnitId]) };
}

function abilitiesFrom(key: string, held: Map<string, Ability>): Abilities {
  return {
    key,
    has: (action) => action === anyone || held.has(action),
    get: (action) => held.get(action),
    all: () => [...held.values()],
  };
}

export const noAbilities: Abilities = abilitiesFrom('', new Map());

/** Of these abilities only the ones named. */
export function narrowTo(abilities: Abilities, named: readonly string[]): Abilities {
  const kept = abilities.all().filter(({ action }) => named.includes(action));
  return abilitiesFrom(
    `${abilities.key} / ${named.toSorted().join(' ')}`,
    new Map(kept.map((ability) => [ability.action, ability])),
  );
}

/** Background work may do everything within the commune it has entered. */
export const everyAbility: Abilities = {
  key: 'job',
  has: () => true,
  get: (action) => ({ action, reach: 'commune', orgUnitIds: null }),
  all: () => [],
};

/** What an action is done to: nothing in particular, an org unit, or a person. */
export interface Target {
  orgUnitId?: number | null;
  personId?: string;
}

/** Whether the caller may do this to that. Pure. */
export function may(ctx: Pick<Context, 'identity'>, action: string, target: Target = {}): boolean {
  const ability = ctx.identity.abilities.get(action);
  if (!ability) return action === anyone;
  if (ability.reach === 'commune') return true;
  if (ability.reach === 'self')
    return target.personId !== undefined && target.personId === ctx.identity.personId;
  return (
    target.orgUnitId === undefined ||
    (target.orgUnitId !== null && ability.orgUnitIds?.has(target.orgUnitId) === true)
  );
}

/** Refuses unless the caller may do this to that. Errors: NOT_SIGNED_IN, NOT_ALLOWED. */
export function allow(ctx: Pick<Context, 'identity'>, action: string, target: Target = {}): void {
  if (!actions.has(action)) throw new Error(`Action ${action} is not defined`);
  if (may(ctx, action, target)) return;
  throw refusalFor(ctx.identity);
}

/** Why somebody without the right is refused: not in yet, or in and not allowed. */
export function refusalFor({ kind }: Pick<Identity, 'kind'>): Problem {
  return problem(
    kind === 'anonymous' || kind === 'pending' ? kernelErrors.NOT_SIGNED_IN : kernelErrors.NOT_ALLOWED,
  );
}

/**
 * Refuses whoever would decide on their own work: the author, and a delegate whose right to decide comes from the
 * author alone. Errors: NOT_ALLOWED, OWN_WORK.
 */
export function allowDecision(
  ctx: Pick<Context, 'identity'>,
  action: string,
  { authors, ...target }: Target & { authors: readonly string[] },
): void {
  allow(ctx, action, target);
  const { identity } = ctx;
  if (identity.personId !== null && authors.includes(identity.personId)) throw problem(kernelErrors.OWN_WORK);
  const independent = identity.positions.filter(
    ({ delegatedBy }) => !delegatedBy || !authors.includes(delegatedBy),
  );
  if (!may({ identity: { ...identity, abilities: abilitiesOf(independent) } }, action, target))
    throw problem(kernelErrors.OWN_WORK);
}

/** On a query, mutation or subscription: the action that a caller needs. The guard reads it. */
export function Allow(action: string): MethodDecorator {
  return Extensions({ needs: action });
}

/** On a mutation: the caller must have proved who they are within the last minutes. The guard reads it. */
export function Fresh(): MethodDecorator {
  return Extensions({ fresh: true });
}

/** On a mutation: may be called while looking at the panel as another role. The guard reads it. */
export function WhileViewing(): MethodDecorator {
  return Extensions({ whileViewing: true });
}

/** On a type: the action that lets a caller select its fields. On a field: overrides the type's. */
export function Readers(action: string): ClassDecorator & PropertyDecorator & MethodDecorator {
  return Extensions({ readers: action });
}

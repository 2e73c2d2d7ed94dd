import type { Me } from './types';
import { useMe } from './me';

/** The actions this panel asks about, spelled as the server spells them. */
export type Action =
  | 'org:read'
  | 'org:manage'
  | 'plan:read'
  | 'indicator:read'
  | 'indicator:recompute'
  | 'flag:read'
  | 'team:read'
  | 'team:manage'
  | 'person:read'
  | 'person:manage'
  | 'household:read'
  | 'household:manage'
  | 'household:verify'
  | 'visit:read'
  | 'visit:record'
  | 'visit:settle-note'
  | 'household:export'
  | 'person:export'
  | 'audit:read'
  | 'privacy:read'
  | 'privacy:manage'
  | 'consent:record'
  | 'incident:read'
  | 'incident:record'
  | 'parameter:read'
  | 'parameter:manage'
  | 'session:record'
  | 'dossier:read'
  | 'dossier:record'
  | 'account:read'
  | 'account:manage'
  | 'position:manage'
  | 'delegation:make'
  | 'key:make'
  | 'security:manage'
  | 'view:as'
  | 'clock:set';

export function may(me: Me | undefined, action: Action): boolean {
  return me?.abilities.some((ability) => ability.action === action) ?? false;
}

export function useMay(action: Action): boolean {
  return may(useMe(), action);
}

/** Whether an action holds at one village. */
export function useMayAt(action: Action, villageId: string): boolean {
  const units = useUnitsOf(action);
  return units === null || units.includes(villageId);
}

/** The villages an action is limited to; null when it holds in the whole commune. */
export function useUnitsOf(action: Action): string[] | null {
  const held = useMe()?.abilities.filter((ability) => ability.action === action) ?? [];
  if (held.some((ability) => ability.orgUnitIds === null)) return null;
  return held.flatMap((ability) => ability.orgUnitIds ?? []);
}

interface Verbs {
  read: Action;
  create?: Action;
  edit?: Action;
}

/** react-admin asks by resource and verb; the server grants by noun and verb. */
const verbActions: Record<string, Verbs> = {
  'org-units': { read: 'org:read', create: 'org:manage', edit: 'org:manage' },
  teams: { read: 'team:read' },
  memberships: { read: 'team:read', create: 'team:manage', edit: 'team:manage' },
  people: { read: 'person:read', create: 'person:manage', edit: 'person:manage' },
  households: { read: 'household:read', create: 'household:manage', edit: 'household:manage' },
  visits: { read: 'visit:read', create: 'visit:record' },
  'guidance-sessions': { read: 'visit:read', create: 'session:record' },
  'dossier-months': { read: 'dossier:read', create: 'dossier:record' },
  'plan-targets': { read: 'plan:read' },
  'lag-flags': { read: 'flag:read' },
  accounts: { read: 'account:read', create: 'account:manage' },
  'api-keys': { read: 'account:read' },
  consents: { read: 'privacy:read' },
  'data-requests': { read: 'privacy:read', create: 'privacy:manage' },
  incidents: { read: 'incident:read', create: 'incident:record', edit: 'incident:record' },
};

export function canAccess(me: Me, resource: string, verb: string): boolean {
  const actions = verbActions[resource];
  if (!actions) return true;
  const needed = verb === 'create' ? actions.create : verb === 'edit' ? actions.edit : actions.read;
  return needed !== undefined && may(me, needed);
}

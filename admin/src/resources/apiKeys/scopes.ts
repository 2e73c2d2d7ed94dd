import type { Ability } from '../../providers/types';

/** What reads, in the order of the office's menu; everything else changes something. */
const isReading = (action: string): boolean =>
  action.endsWith(':read') || action === 'person:phone' || action === 'figure:small';

/** Who comes in, who may do what, and looking as somebody else stay with people: the server gives them to no key. */
const neverForKeys = new Set([
  'account:manage',
  'position:manage',
  'delegation:make',
  'security:manage',
  'key:make',
  'view:as',
]);

export interface ScopeGroups {
  reading: string[];
  changing: string[];
}

/** What a key may be given: what its maker may do, once each, what only reads apart from what changes something. */
export function scopesFrom(abilities: Ability[]): ScopeGroups {
  const actions = [...new Set(abilities.map((ability) => ability.action))].filter(
    (action) => !neverForKeys.has(action),
  );
  return {
    reading: actions.filter(isReading),
    changing: actions.filter((action) => !isReading(action)),
  };
}

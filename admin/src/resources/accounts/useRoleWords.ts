import { useTranslate } from 'react-admin';
import type { Account } from '../../providers/types';
import { localDateOf } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { heldOn } from './positions';

/** "Trưởng thôn · Thôn Đông", one for each position; a role held otherwise (in a team, for somebody) by its name. */
export function useRoleWords(): (account: Account) => string[] {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  return ({ positions, roles }) => {
    const held = heldOn(positions, today);
    const others = roles.filter((role) => !held.some((position) => position.role === role));
    return [
      ...held.map(({ role, orgUnit }) => `${translate(`app.role.${role}`)} · ${orgUnit.name}`),
      ...others.map((role) => translate(`app.role.${role}`)),
    ];
  };
}

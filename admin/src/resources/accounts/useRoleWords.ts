import { useTranslate } from 'react-admin';
import type { Account } from '../../providers/types';
import { localDateOf } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { useUnits } from '../../shared/useUnits';
import { heldOn } from './positions';

interface RoleWords {
  /** "Trưởng thôn · Thôn Đông", one for each position held today. */
  positions: string[];
  /** Roles held otherwise: in a team, or for somebody. */
  others: string[];
}

export function useRoleWords(): (account: Account) => RoleWords {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  const units = useUnits();
  return ({ positions, roles, orgUnitIds }) => {
    const held = heldOn(positions, today);
    const others = roles.filter((role) => !held.some((position) => position.role === role));
    const places = units
      .filter(({ id }) => orgUnitIds.includes(id) && !held.some((position) => position.orgUnit.id === id))
      .map(({ name }) => name);
    return {
      positions: held.map(({ role, orgUnit }) => `${translate(`app.role.${role}`)} · ${orgUnit.name}`),
      others: others.map((role) =>
        [translate(`app.role.${role}`), places.join(', ')].filter(Boolean).join(' · '),
      ),
    };
  };
}

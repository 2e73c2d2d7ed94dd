import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { positionRoles, unitKindOf } from '../../shared/roles';
import { useUnits } from '../../shared/useUnits';

interface RoleAndUnitProps {
  role: string;
  orgUnitId: string;
  onChange: (chosen: { role: string; orgUnitId: string }) => void;
  /** The first choice is "no role": somebody may be invited without one. */
  isOptional?: boolean;
  problems: { role?: string; orgUnitId?: string };
}

const tall = { select: { MenuProps: { slotProps: { paper: { sx: { maxHeight: 420 } } } } } };

/** A role, and where it is held: only the organisations that have it, and none to choose where there is one. */
export function RoleAndUnit({ role, orgUnitId, onChange, isOptional, problems }: RoleAndUnitProps) {
  const translate = useTranslate();
  const units = useUnits();
  const unitsOf = (wanted: string) => units.filter((unit) => unit.kind === unitKindOf(wanted));
  const choices = unitsOf(role);
  const chooseRole = (next: string) => {
    const [only, ...others] = unitsOf(next);
    onChange({ role: next, orgUnitId: only && others.length === 0 ? only.id : '' });
  };
  return (
    <>
      <TextField
        select
        label={translate('app.field.role')}
        value={role}
        onChange={(event) => chooseRole(event.target.value)}
        error={Boolean(problems.role)}
        helperText={problems.role}
        slotProps={tall}
      >
        {isOptional && <MenuItem value="">{translate('app.account.noRole')}</MenuItem>}
        {positionRoles.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`app.role.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('app.account.unit')}
        value={choices.some((unit) => unit.id === orgUnitId) ? orgUnitId : ''}
        onChange={(event) => onChange({ role, orgUnitId: event.target.value })}
        disabled={choices.length === 0}
        error={Boolean(problems.orgUnitId)}
        helperText={
          problems.orgUnitId ?? (role && choices.length === 0 ? translate('app.account.noUnit') : undefined)
        }
        slotProps={tall}
      >
        {choices.map((unit) => (
          <MenuItem key={unit.id} value={unit.id}>
            {unit.name}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

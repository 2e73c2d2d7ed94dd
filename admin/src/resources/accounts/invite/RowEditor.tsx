import { Box, Button, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { InviteRow } from '../../../providers/types';
import { DayField } from '../../../shared/form/DayField';
import { localDateOf } from '../../../shared/format';
import { useBusinessNow } from '../../../shared/useBusinessNow';
import { useFormat } from '../../../shared/useFormat';
import { useUnits } from '../../../shared/useUnits';
import { RoleAndUnit } from '../RoleAndUnit';
import { problemsOf, type Draft } from './drafts';
import { NameOrPerson } from './NameOrPerson';

interface RowEditorProps {
  /** Null for somebody new. */
  draft: Draft | null;
  onSave: (row: InviteRow, fullName: string | null) => void;
  onCancel: () => void;
  onDrop?: () => void;
}

/** One line of the list as a form. */
export function RowEditor({ draft, onSave, onCancel, onDrop }: RowEditorProps) {
  const translate = useTranslate();
  const { pick } = useFormat();
  const units = useUnits();
  const today = localDateOf(useBusinessNow());
  const [row, setRow] = useState<InviteRow>(draft?.row ?? {});
  const [fullName, setFullName] = useState(draft?.fullName ?? draft?.row.fullName ?? '');
  const set = (part: InviteRow) => setRow({ ...row, ...part });
  const problems = Object.fromEntries(
    (draft ? problemsOf(draft) : []).map(({ field, messages }) => [field, pick(messages.vi, messages.en)]),
  );
  const said = (field: string) => ({ error: Boolean(problems[field]), helperText: problems[field] });
  const orgUnitId = row.orgUnitId ?? units.find(({ code }) => code === row.orgUnitCode)?.id ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...row, fullName: row.personId ? null : fullName.trim() }, fullName.trim() || null);
  };
  return (
    <Box
      component="form"
      onSubmit={submit}
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}
    >
      <NameOrPerson
        personId={row.personId ?? null}
        name={fullName}
        onChange={(personId, name) => {
          set({ personId });
          setFullName(name);
        }}
        problem={problems.fullName ?? problems.personId}
      />
      {row.personId ? (
        <Box sx={{ alignSelf: 'center', color: 'text.secondary', fontSize: 14 }}>
          {translate('app.invite.knownPerson')}
        </Box>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 110px', columnGap: 2 }}>
          <TextField
            label={translate('app.field.phone')}
            value={row.phone ?? ''}
            onChange={(event) => set({ phone: event.target.value || null })}
            {...said('phone')}
            slotProps={{ htmlInput: { inputMode: 'tel', autoComplete: 'off' } }}
          />
          <TextField
            label={translate('app.field.birthYear')}
            value={row.birthYear ?? ''}
            onChange={(event) => set({ birthYear: Number(event.target.value.replace(/\D/g, '')) || null })}
            {...said('birthYear')}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off', maxLength: 4 } }}
          />
        </Box>
      )}
      <RoleAndUnit
        role={row.role ?? ''}
        orgUnitId={orgUnitId}
        onChange={(chosen) =>
          set({ role: chosen.role || null, orgUnitId: chosen.orgUnitId || null, orgUnitCode: null })
        }
        isOptional
        problems={{ role: problems.role, orgUnitId: problems.orgUnitId ?? problems.orgUnitCode }}
      />
      {row.role && (
        <DayField
          label={translate('app.field.validFrom')}
          value={row.validFrom ?? today}
          onChange={(validFrom) => set({ validFrom })}
          {...said('validFrom')}
        />
      )}
      <TextField
        label={translate('ra.auth.username')}
        value={row.login ?? ''}
        onChange={(event) => set({ login: event.target.value.trim() || null })}
        error={Boolean(problems.login)}
        helperText={problems.login ?? translate('app.invite.loginHelp')}
        slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }}
      />
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button type="submit" variant="outlined" disabled={fullName.trim() === ''}>
          {translate(draft ? 'app.invite.rowDone' : 'app.invite.rowAdd')}
        </Button>
        <Button onClick={onCancel} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
        {onDrop && (
          <Button onClick={onDrop} color="error" sx={{ ml: 'auto' }}>
            {translate('app.invite.rowDrop')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import { renameOrgUnitMutation } from '../../providers/documents';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { OrgUnit } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { formatDate } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip, SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { useAct } from '../../shared/useAct';
import { orgUnitKinds } from './kinds';

/** A village that was merged stays on record, but is no village of today. */
const standing = { isNull: true };
const ended = { isNull: false };

export function OrgUnitList() {
  const translate = useTranslate();
  const mayManage = useMay('org:manage');
  const add = mayManage ? { label: translate('app.orgUnit.add'), to: '/org-units/create' } : undefined;
  const kind = (unit: OrgUnit) => translate(`app.orgUnitKind.${unit.kind}`);
  const columns: Column<OrgUnit>[] = [
    { source: 'name', label: translate('app.field.name'), sortable: true, render: (unit) => unit.name },
    { source: 'kind', label: translate('app.field.kind'), render: kind },
    { source: 'code', label: translate('app.field.code'), sortable: true, render: (unit) => unit.code },
    { source: 'parent', label: translate('app.field.parent'), render: (unit) => unit.parent?.name },
    {
      source: 'validFrom',
      label: translate('app.field.validFrom'),
      render: (unit) =>
        unit.validTo
          ? `${formatDate(unit.validFrom)} – ${formatDate(unit.validTo)}`
          : formatDate(unit.validFrom),
    },
    ...(mayManage
      ? [{ source: 'rename', label: '', render: (unit: OrgUnit) => <Rename unit={unit} /> }]
      : []),
  ];
  return (
    <ResourceList<OrgUnit>
      title={translate('app.nav.orgUnits')}
      columns={columns}
      linkTo={(unit) => (unit.kind === 'VILLAGE' ? `/villages/${unit.id}` : null)}
      sort={{ field: 'sortOrder', order: 'ASC' }}
      filterDefaults={{ kind: 'VILLAGE', validTo: standing }}
      action={add}
      empty={{
        title: translate('app.orgUnit.empty'),
        teach: translate('app.orgUnit.emptyTeach'),
        action: add,
      }}
      filters={
        <>
          <SearchBox label={translate('app.orgUnit.search')} />
          <ChoiceChip
            source="kind"
            label={translate('app.field.kind')}
            choices={orgUnitKinds.map((value) => ({ value, label: translate(`app.orgUnitKind.${value}`) }))}
          />
          <ChoiceChip
            source="validTo"
            label={translate('app.field.status')}
            choices={[
              { value: standing, label: translate('app.orgUnit.standing') },
              { value: ended, label: translate('app.orgUnit.ended') },
            ]}
          />
        </>
      }
      card={(unit) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{unit.name}</Box>
          <Box sx={{ fontSize: 14 }}>{kind(unit)}</Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {translate('app.field.code')} {unit.code}
          </Box>
        </>
      )}
    />
  );
}

function Rename({ unit }: { unit: OrgUnit }) {
  const translate = useTranslate();
  const [name, setName] = useState<string | null>(null);
  const { run, isBusy, error, forget } = useAct(renameOrgUnitMutation, 'app.orgUnit.renamed', () =>
    setName(null),
  );
  const refusal = error ? refusalOf(error, ['name']) : noRefusal;
  const close = () => {
    setName(null);
    forget();
  };
  return (
    <Box
      // The row leads to the village; this button does not.
      onClick={(event) => event.stopPropagation()}
      sx={{ textAlign: 'right', my: -0.75 }}
    >
      <Button size="small" sx={{ minHeight: 32 }} onClick={() => setName(unit.name)}>
        {translate('app.orgUnit.rename')}
      </Button>
      <ConfirmDialog
        open={name !== null}
        question={translate('app.orgUnit.renameAsk', { name: unit.name })}
        confirmLabel={translate('app.orgUnit.rename')}
        isBusy={isBusy || !name?.trim() || name.trim() === unit.name}
        onConfirm={() => run({ id: unit.id, name: name?.trim() })}
        problem={refusal.general}
        onClose={close}
      >
        <TextField
          autoFocus
          label={translate('app.field.newName')}
          value={name ?? ''}
          error={Boolean(refusal.fields.name)}
          helperText={refusal.fields.name}
          onChange={(event) => setName(event.target.value)}
        />
      </ConfirmDialog>
    </Box>
  );
}

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Consent } from '../../providers/types';
import { formatDate } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { DaysChip } from '../../shared/list/DaysChip';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { ConsentState } from './ConsentState';
import { consentPurposes } from './purposes';

/** Every consent that was given or withdrawn; they are recorded on the page of the home. */
export function ConsentList() {
  const translate = useTranslate();
  const purpose = (consent: Consent) => translate(`app.consentPurpose.${consent.purpose}`);
  const whose = (consent: Consent) => consent.household?.headName ?? consent.person?.fullName;
  const giver = (consent: Consent) => consent.giverName ?? translate('app.dataRequest.anonymised');
  const columns: Column<Consent>[] = [
    {
      source: 'givenAt',
      nowrap: true,
      sortable: true,
      label: translate('app.consent.givenAt'),
      render: (consent) => formatDate(consent.givenAt),
    },
    { source: 'household', label: translate('app.consent.whose'), render: whose },
    { source: 'purpose', label: translate('app.consent.purpose'), render: purpose },
    { source: 'giverName', label: translate('app.consent.giver'), render: giver },
    {
      source: 'wordingVersion',
      align: 'right',
      label: translate('app.consent.version'),
      render: (consent) => consent.wordingVersion,
    },
    {
      source: 'withdrawnAt',
      nowrap: true,
      label: translate('app.field.status'),
      render: (consent) => <ConsentState consent={consent} />,
    },
  ];
  return (
    <ResourceList<Consent>
      title={translate('app.consent.listTitle')}
      intro={translate('app.consent.intro')}
      columns={columns}
      linkTo={(consent) => consent.household && `/households/${consent.household.id}/show`}
      sort={{ field: 'givenAt', order: 'DESC' }}
      empty={{ title: translate('app.consent.empty'), teach: translate('app.consent.emptyTeach') }}
      filters={
        <>
          <ChoiceChip
            source="purpose"
            label={translate('app.consent.purpose')}
            choices={consentPurposes.map((value) => ({
              value,
              label: translate(`app.consentPurpose.${value}`),
            }))}
          />
          <ChoiceChip
            source="withdrawnAt"
            label={translate('app.field.status')}
            choices={[
              { value: { isNull: true }, label: translate('app.consent.inForce') },
              { value: { isNull: false }, label: translate('app.consent.withdrawn') },
            ]}
          />
          <DaysChip source="givenAt" label={translate('app.consent.givenAt')} isInstant />
        </>
      }
      card={(consent) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{whose(consent) ?? giver(consent)}</Box>
          <Box sx={{ fontSize: 14 }}>
            {purpose(consent)} · {formatDate(consent.givenAt)}
          </Box>
          <ConsentState consent={consent} />
        </>
      )}
    />
  );
}

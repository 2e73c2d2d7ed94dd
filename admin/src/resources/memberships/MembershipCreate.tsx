import {
  AutocompleteInput,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
  useGetOne,
  useTranslate,
} from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Team } from '../../providers/types';
import { DayInput } from '../../shared/form/DayInput';
import { CreatePage } from '../../shared/form/FormPage';
import { localDateOf } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { memberRoles } from './roles';

export function MembershipCreate() {
  const translate = useTranslate();
  const [params] = useSearchParams();
  const teamId = params.get('team') ?? '';
  const { data: team } = useGetOne<Team>('teams', { id: teamId }, { enabled: teamId !== '' });
  const today = localDateOf(useBusinessNow());
  return (
    <CreatePage
      title={team ? translate('app.member.addTo', { team: team.name }) : translate('app.member.add')}
      teach={translate('app.member.addTeach')}
      defaults={{ teamId, role: 'MEMBER', validFrom: today }}
      redirect={() => `teams/${teamId}/show`}
    >
      <ReferenceInput
        source="personId"
        reference="people"
        sort={{ field: 'sortName', order: 'ASC' }}
        perPage={50}
      >
        <AutocompleteInput
          label={translate('app.field.person')}
          optionText="fullName"
          validate={required()}
          filterToQuery={(text: string) => ({ search: text })}
        />
      </ReferenceInput>
      <SelectInput
        source="role"
        label={translate('app.field.role')}
        validate={required()}
        choices={memberRoles.map((id) => ({ id, name: translate(`app.memberRole.${id}`) }))}
      />
      <DayInput source="validFrom" label={translate('app.field.validFrom')} validate={required()} />
      <TextInput source="decisionNumber" label={translate('app.field.decisionNumber')} />
      <DayInput source="decisionDate" label={translate('app.field.decisionDate')} />
      <ReferenceInput
        source="nominatedById"
        reference="org-units"
        filter={{ kind: ['MASS_ORGANIZATION', 'FATHERLAND_FRONT'] }}
      >
        <SelectInput label={translate('app.field.nominatedBy')} optionText="name" />
      </ReferenceInput>
    </CreatePage>
  );
}

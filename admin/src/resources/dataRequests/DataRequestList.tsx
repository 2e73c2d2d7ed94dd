import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { DataRequest } from '../../providers/types';
import { requestClock } from '../../privacy/clocks';
import { ClockWord } from '../../privacy/ClockWord';
import { formatDate, localDateOf } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { DaysChip } from '../../shared/list/DaysChip';
import { ChoiceChip, SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { dataRequestKinds, dataRequestStates } from './states';
import { StateWord } from './StateWord';

export function DataRequestList() {
  const translate = useTranslate();
  const mayManage = useMay('privacy:manage');
  const today = localDateOf(useBusinessNow());
  const record = mayManage
    ? { label: translate('app.dataRequest.record'), to: '/data-requests/create' }
    : undefined;
  const kind = (request: DataRequest) => translate(`app.dataRequestKind.${request.kind}`);
  const who = (request: DataRequest) => request.requesterName ?? translate('app.dataRequest.anonymised');
  const clock = (request: DataRequest) => {
    const left = requestClock(request, today);
    return left && <ClockWord clock={left} />;
  };
  const columns: Column<DataRequest>[] = [
    {
      source: 'receivedAt',
      nowrap: true,
      label: translate('app.dataRequest.receivedAt'),
      sortable: true,
      render: (request) => formatDate(request.receivedAt),
    },
    { source: 'requesterName', label: translate('app.dataRequest.requester'), render: who },
    { source: 'kind', label: translate('app.dataRequest.wants'), render: kind },
    {
      source: 'state',
      nowrap: true,
      label: translate('app.field.status'),
      render: (request) => <StateWord request={request} />,
    },
    { source: 'clock', nowrap: true, label: translate('app.dataRequest.clock'), render: clock },
  ];
  return (
    <ResourceList<DataRequest>
      title={translate('app.dataRequest.title')}
      intro={translate('app.dataRequest.intro')}
      columns={columns}
      linkTo={(request) => `/data-requests/${request.id}/show`}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      action={record}
      empty={{
        title: translate('app.dataRequest.empty'),
        teach: translate('app.dataRequest.emptyTeach'),
        action: record,
      }}
      filters={
        <>
          <SearchBox label={translate('app.dataRequest.search')} />
          <ChoiceChip
            source="state"
            label={translate('app.field.status')}
            choices={dataRequestStates.map((value) => ({
              value,
              label: translate(`app.dataRequestState.${value}`),
            }))}
          />
          <ChoiceChip
            source="kind"
            label={translate('app.dataRequest.wants')}
            choices={dataRequestKinds.map((value) => ({
              value,
              label: translate(`app.dataRequestKind.${value}`),
            }))}
          />
          <DaysChip source="receivedAt" label={translate('app.dataRequest.receivedAt')} isInstant />
        </>
      }
      card={(request) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{who(request)}</Box>
          <Box sx={{ fontSize: 14 }}>{kind(request)}</Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <StateWord request={request} />
            {clock(request)}
          </Box>
        </>
      )}
    />
  );
}

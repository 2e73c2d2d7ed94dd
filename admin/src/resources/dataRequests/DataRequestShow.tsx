import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { WithHistory } from '../../audit/HistoryTab';
import { requestClock } from '../../privacy/clocks';
import { ClockWord } from '../../privacy/ClockWord';
import { Steps } from '../../privacy/Steps';
import type { DataRequest } from '../../providers/types';
import { Caution } from '../../shared/Caution';
import { Facts } from '../../shared/Facts';
import { localDateOf } from '../../shared/format';
import { Panel, twoColumns } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { DataRequestActions } from './DataRequestActions';
import { StateWord } from './StateWord';
import { useRequestSteps } from './useRequestSteps';

/** One request of a citizen about their data: what is asked, how long it may take, what was answered. */
export function DataRequestShow() {
  const translate = useTranslate();
  return (
    <ShowPage<DataRequest>
      title={(request) => translate(`app.dataRequestKind.${request.kind}`)}
      subtitle={(request) => <Standing request={request} />}
      actions={(request) => <DataRequestActions request={request} />}
    >
      {(request) => (
        <WithHistory subjectType="data_request" subjectId={request.id}>
          <Box sx={{ display: 'grid', gap: 2 }}>
            {request.kind === 'DELETE' && isOpen(request) && (
              <Caution>
                {translate('app.dataRequest.deleteTeach', { name: request.recordedBy.fullName })}
              </Caution>
            )}
            <Box sx={twoColumns}>
              <Panel title={translate('app.dataRequest.asked')}>
                <Asked request={request} />
              </Panel>
              <Panel title={translate('app.dataRequest.course')}>
                <Course request={request} />
              </Panel>
            </Box>
          </Box>
        </WithHistory>
      )}
    </ShowPage>
  );
}

const isOpen = ({ state }: DataRequest) => state === 'RECEIVED' || state === 'ANSWERED';

function Standing({ request }: { request: DataRequest }) {
  const translate = useTranslate();
  const clock = requestClock(request, localDateOf(useBusinessNow()));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
      <span>{request.requesterName ?? translate('app.dataRequest.anonymised')}</span>
      <StateWord request={request} />
      {clock && <ClockWord clock={clock} />}
    </Box>
  );
}

function Asked({ request }: { request: DataRequest }) {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mb: 1.5 }}>
        {request.description ?? translate('app.dataRequest.anonymised')}
      </Box>
      <Facts
        facts={[
          [translate('app.dataRequest.requester'), request.requesterName],
          [translate('app.dataRequest.contact'), request.requesterContact],
          [
            translate('app.field.household'),
            request.household && (
              <Link key="home" to={`/households/${request.household.id}/show`}>
                {request.household.headName}
              </Link>
            ),
          ],
          [translate('app.field.recordedBy'), request.recordedBy.fullName],
          [translate('app.dataRequest.decidedBy'), request.decidedBy?.fullName],
        ]}
      />
    </>
  );
}

function Course({ request }: { request: DataRequest }) {
  return <Steps steps={useRequestSteps(request)} />;
}

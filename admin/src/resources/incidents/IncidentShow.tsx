import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { WithHistory } from '../../audit/HistoryTab';
import { incidentClock } from '../../privacy/clocks';
import { ClockWord } from '../../privacy/ClockWord';
import { Steps, type Step } from '../../privacy/Steps';
import type { Incident } from '../../providers/types';
import { Facts } from '../../shared/Facts';
import { formatDateTime } from '../../shared/format';
import { Panel, twoColumns } from '../../shared/Panel';
import { PrintHead } from '../../shared/PrintHead';
import { ShowPage } from '../../shared/ShowPage';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { useFormat } from '../../shared/useFormat';
import { IncidentActions } from './IncidentActions';
import { StateWord } from './StateWord';

/** One incident with personal data: what happened, whom it touches, whom it was told to, what was learnt. */
export function IncidentShow() {
  const translate = useTranslate();
  return (
    <>
      <PrintHead />
      <ShowPage<Incident>
        title={(incident) => incident.title}
        subtitle={(incident) => <Standing incident={incident} />}
        actions={(incident) => <IncidentActions incident={incident} />}
      >
        {(incident) => (
          <WithHistory subjectType="incident" subjectId={incident.id}>
            <Box sx={twoColumns}>
              <Panel title={translate('app.incident.what')}>
                <What incident={incident} />
              </Panel>
              <Panel title={translate('app.incident.course')}>
                <Course incident={incident} />
              </Panel>
            </Box>
          </WithHistory>
        )}
      </ShowPage>
    </>
  );
}

function Standing({ incident }: { incident: Incident }) {
  const clock = incidentClock(incident, useBusinessNow());
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
      <StateWord incident={incident} />
      {clock && <ClockWord clock={clock} />}
    </Box>
  );
}

function What({ incident }: { incident: Incident }) {
  const translate = useTranslate();
  const format = useFormat();
  const paragraph = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;
  return (
    <>
      <Box sx={{ ...paragraph, mb: 1.5 }}>{incident.description}</Box>
      <Facts
        facts={[
          [
            translate('app.incident.kinds'),
            incident.kinds.map((kind) => translate(`app.incidentKind.${kind}`)).join(', '),
          ],
          [
            translate('app.incident.people'),
            incident.peopleAffected === null
              ? translate('app.unknown')
              : format.number(incident.peopleAffected),
          ],
          [translate('app.incident.severity'), translate(`app.incidentSeverity.${incident.severity}`)],
          [translate('app.field.recordedBy'), incident.recordedBy?.fullName],
        ]}
      />
      {incident.actions && (
        <Box sx={{ mt: 2 }}>
          <Box sx={{ fontSize: 14, color: 'text.secondary' }}>{translate('app.incident.actions')}</Box>
          <Box sx={paragraph}>{incident.actions}</Box>
        </Box>
      )}
    </>
  );
}

function Course({ incident }: { incident: Incident }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, string>) => translate(`app.incident.${key}`, values);
  const discovered: Step = {
    title: word('stepDiscovered'),
    shape: 'MET',
    note: formatDateTime(incident.discoveredAt),
  };
  const notified: Step = incident.notifiedAt
    ? {
        title: word('stepNotified'),
        shape: 'MET',
        note: formatDateTime(incident.notifiedAt),
        text: incident.notifiedTo,
      }
    : {
        title: word('stepNotify'),
        shape: 'NO_DATA',
        note: word('dueAt', { at: formatDateTime(incident.notifyBy) }),
      };
  const closed: Step = incident.closedAt
    ? {
        title: word('stepClosed'),
        shape: 'MET',
        note: formatDateTime(incident.closedAt),
        text: incident.lessons,
      }
    : { title: word('stepClose'), shape: 'NO_DATA', note: word('closeNote') };
  const steps =
    incident.closedAt && !incident.notifiedAt ? [discovered, closed] : [discovered, notified, closed];
  return <Steps steps={steps} />;
}

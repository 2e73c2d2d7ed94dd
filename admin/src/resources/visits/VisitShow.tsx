import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { WithHistory } from '../../audit/HistoryTab';
import type { Visit } from '../../providers/types';
import { Facts } from '../../shared/Facts';
import { formatDateTime } from '../../shared/format';
import { Panel, twoColumns } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { useTopicName } from '../../shared/useTopics';
import { countFields } from './results';
import { ResultWord } from './ResultWord';
import { SuspectNote } from './SuspectNote';

export function VisitShow() {
  const translate = useTranslate();
  const topicName = useTopicName();
  return (
    <ShowPage<Visit>
      title={(visit) => translate('app.visit.title', { name: visit.household.headName })}
      subtitle={(visit) => (
        <>
          {formatDateTime(visit.visitedAt)} ·{' '}
          <Link to={`/villages/${visit.village.id}`}>{visit.village.name}</Link>
        </>
      )}
    >
      {(visit) => (
        <WithHistory subjectType="visit" subjectId={visit.id}>
          <Box sx={twoColumns}>
            <Panel title={translate('app.visit.found')}>
              <Facts
                facts={[
                  [translate('app.field.result'), <ResultWord key="result" result={visit.result} />],
                  [translate('app.field.topics'), visit.topics.map(topicName).join(', ')],
                  [translate('app.field.adults'), visit.adults],
                  [translate('app.field.citizens14'), visit.citizens14],
                  ...countFields.map(({ field, of }): [string, string | null] => [
                    translate(`app.count.${field}`),
                    visit[field] === null ? null : `${visit[field]} / ${visit[of] ?? '?'}`,
                  ]),
                  [
                    translate('app.field.skills'),
                    visit.skills?.map((code) => translate(`app.skill.${code}`, { _: code })).join(', '),
                  ],
                  [
                    translate('app.field.note'),
                    visit.noteState === 'REMOVED' ? translate('app.note.removed') : settledNote(visit),
                  ],
                ]}
              />
              {visit.noteState === 'SUSPECT' && <SuspectNote visit={visit} />}
            </Panel>
            <Panel title={translate('app.visit.who')}>
              <Facts
                facts={[
                  [
                    translate('app.field.household'),
                    <Link key="home" to={`/households/${visit.household.id}/show`}>
                      {visit.household.headName}
                    </Link>,
                  ],
                  [
                    translate('app.field.performers'),
                    visit.performers.map((person) => person.fullName).join(', '),
                  ],
                  [translate('app.field.recordedBy'), visit.recordedBy.fullName],
                  [translate('app.field.recordedAt'), formatDateTime(visit.recordedAt)],
                  [
                    translate('app.visit.corrects'),
                    visit.corrects && (
                      <Link key="old" to={`/visits/${visit.corrects.id}/show`}>
                        {translate('app.visit.seeOld')}
                      </Link>
                    ),
                  ],
                  [translate('app.field.correctionReason'), visit.correctionReason],
                  [
                    translate('app.visit.wasCorrected'),
                    visit.correctedBy && (
                      <Link key="new" to={`/visits/${visit.correctedBy.id}/show`}>
                        {translate('app.visit.seeNew')}
                      </Link>
                    ),
                  ],
                ]}
              />
            </Panel>
          </Box>
        </WithHistory>
      )}
    </ShowPage>
  );
}

/** A note that waits has its own place below, with what may be done about it. */
const settledNote = ({ note, noteState }: Visit) => (noteState === 'SUSPECT' ? null : note);

import { useTranslate } from 'react-admin';
import type { Incident } from '../../providers/types';
import { StatusWord } from '../../shared/Status';
import { shapeOfState } from './states';

export function StateWord({ incident }: { incident: Pick<Incident, 'state'> }) {
  const translate = useTranslate();
  return (
    <StatusWord
      status={shapeOfState[incident.state]}
      text={translate(`app.incidentState.${incident.state}`)}
    />
  );
}

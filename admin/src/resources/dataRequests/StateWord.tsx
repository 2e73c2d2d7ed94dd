import { useTranslate } from 'react-admin';
import type { DataRequest } from '../../providers/types';
import { StatusWord } from '../../shared/Status';
import { shapeOfState } from './states';

export function StateWord({ request }: { request: Pick<DataRequest, 'state'> }) {
  const translate = useTranslate();
  return (
    <StatusWord
      status={shapeOfState[request.state]}
      text={translate(`app.dataRequestState.${request.state}`)}
    />
  );
}

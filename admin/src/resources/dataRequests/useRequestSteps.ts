import { useTranslate } from 'react-admin';
import type { Step } from '../../privacy/Steps';
import type { DataRequest } from '../../providers/types';
import { formatDate, formatDateTime } from '../../shared/format';

/** Received, answered, completed; what is still to come shows its last day. */
export function useRequestSteps(request: DataRequest): Step[] {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, string>) => translate(`app.dataRequest.${key}`, values);
  const by = (day: string) => word('dueOn', { date: formatDate(day) });
  const received: Step = {
    title: word('stepReceived'),
    shape: 'MET',
    note: [formatDateTime(request.receivedAt), request.recordedBy.fullName].join(' · '),
  };
  const answered: Step = request.answeredAt
    ? {
        title: word('stepAnswered'),
        shape: 'MET',
        note: formatDateTime(request.answeredAt),
        text: request.answer,
      }
    : { title: word('stepAnswer'), shape: 'NO_DATA', note: by(request.answerDueOn) };
  if (request.state === 'REFUSED') {
    const refused: Step = {
      title: word('stepRefused'),
      shape: 'BEHIND',
      note: [formatDateTime(request.completedAt), request.decidedBy?.fullName].filter(Boolean).join(' · '),
      text: request.refusedReason,
    };
    return request.answeredAt ? [received, answered, refused] : [received, refused];
  }
  const completed: Step = request.completedAt
    ? {
        title: word('stepCompleted'),
        shape: 'MET',
        note: [formatDateTime(request.completedAt), request.decidedBy?.fullName].filter(Boolean).join(' · '),
        text: request.outcome,
      }
    : { title: word('stepComplete'), shape: 'NO_DATA', note: by(request.completeDueOn) };
  return [received, answered, completed];
}

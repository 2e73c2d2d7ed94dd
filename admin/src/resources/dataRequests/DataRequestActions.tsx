import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../../providers/abilities';
import { useMe } from '../../providers/me';
import {
  answerDataRequestMutation,
  completeDataRequestMutation,
  refuseDataRequestMutation,
} from '../../providers/privacyDocuments';
import type { DataRequest } from '../../providers/types';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { useAct } from '../../shared/useAct';

type Decision = 'answer' | 'complete' | 'refuse';

/** What the office may do next. Deleting is completed by somebody else than who took the request. */
export function DataRequestActions({ request }: { request: DataRequest }) {
  const translate = useTranslate();
  const mayManage = useMay('privacy:manage');
  const myId = useMe()?.person?.id;
  const [asking, setAsking] = useState<Decision | null>(null);
  const close = () => setAsking(null);
  const answer = useAct(answerDataRequestMutation, 'app.dataRequest.answerDone', close);
  const complete = useAct(completeDataRequestMutation, 'app.dataRequest.completeDone', close);
  const refuse = useAct(refuseDataRequestMutation, 'app.dataRequest.refuseDone', close);
  const { id, kind, state } = request;
  const isOpen = state === 'RECEIVED' || state === 'ANSWERED';
  const isOwnDelete = kind === 'DELETE' && request.recordedBy.id === myId;
  const word = (key: string) => translate(`app.dataRequest.${key}`);
  const receipt = (
    <Button component={Link} to={`/data-requests/${id}/receipt`} sx={{ color: 'text.primary' }}>
      {word('receipt')}
    </Button>
  );
  if (!mayManage || !isOpen) return receipt;
  return (
    <>
      {receipt}
      <Button variant="outlined" onClick={() => setAsking('refuse')}>
        {word('refuse')}
      </Button>
      {state === 'RECEIVED' && (
        <Button variant="contained" onClick={() => setAsking('answer')}>
          {word('answer')}
        </Button>
      )}
      {state === 'ANSWERED' && !isOwnDelete && (
        <Button variant="contained" onClick={() => setAsking('complete')}>
          {word(kind === 'DELETE' ? 'completeDelete' : 'complete')}
        </Button>
      )}
      {state === 'ANSWERED' && isOwnDelete && (
        <Typography variant="body2" sx={{ color: 'text.secondary', alignSelf: 'center', maxWidth: 260 }}>
          {word('notYourDelete')}
        </Typography>
      )}
      <ReasonDialog
        open={asking === 'answer'}
        question={translate('app.dataRequest.answerAsk', { name: request.requesterName ?? '' })}
        teach={word('answerTeach')}
        label={word('answerLabel')}
        field="answer"
        confirmLabel={word('answer')}
        act={answer}
        onConfirm={(text) => answer.run({ id, answer: text })}
        onClose={close}
      />
      <ReasonDialog
        open={asking === 'complete'}
        question={translate(`app.dataRequest.${kind === 'DELETE' ? 'deleteAsk' : 'completeAsk'}`, {
          name: request.household?.headName ?? request.requesterName ?? '',
        })}
        teach={word(kind === 'DELETE' ? 'deleteAskTeach' : 'completeTeach')}
        label={word('outcomeLabel')}
        field="outcome"
        confirmLabel={word(kind === 'DELETE' ? 'completeDelete' : 'complete')}
        act={complete}
        onConfirm={(text) => complete.run({ id, outcome: text })}
        onClose={close}
      />
      <ReasonDialog
        open={asking === 'refuse'}
        question={translate('app.dataRequest.refuseAsk', { name: request.requesterName ?? '' })}
        teach={word('refuseTeach')}
        label={word('reasonLabel')}
        field="reason"
        confirmLabel={word('refuse')}
        act={refuse}
        onConfirm={(text) => refuse.run({ id, reason: text })}
        onClose={close}
      />
    </>
  );
}

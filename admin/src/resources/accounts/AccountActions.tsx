import { Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import {
  disableAccountMutation,
  enableAccountMutation,
  resetAccessMutation,
} from '../../providers/accountDocuments';
import { useMe } from '../../providers/me';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { Account, IssuedLink } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { useAct } from '../../shared/useAct';
import { IssuedLinkDialog } from './IssuedLinkDialog';

/** What may be done with a whole account; each question names the person. */
export function AccountActions({ account }: { account: Account }) {
  const translate = useTranslate();
  const mayManage = useMay('account:manage');
  const isOwn = useMe()?.person?.id === account.person.id;
  const [asking, setAsking] = useState<'reset' | 'disable' | 'enable' | null>(null);
  const [reason, setReason] = useState('');
  const [link, setLink] = useState<IssuedLink | null>(null);
  const reset = useAct<{ resetAccess: IssuedLink }>(
    resetAccessMutation,
    'app.account.resetDone',
    (answer) => {
      setAsking(null);
      setLink(answer.resetAccess);
    },
  );
  const disable = useAct(disableAccountMutation, 'app.account.disabled', () => setAsking(null));
  const enable = useAct(enableAccountMutation, 'app.account.enabled', () => setAsking(null));
  if (!mayManage) return null;
  const close = () => {
    setAsking(null);
    reset.forget();
    disable.forget();
    enable.forget();
  };
  const { fullName: name } = account.person;
  const isDisabled = account.state === 'DISABLED';
  const refusal = disable.error ? refusalOf(disable.error, ['reason']) : noRefusal;
  return (
    <>
      {!isDisabled && !isOwn && (
        <Button variant="outlined" onClick={() => setAsking('disable')}>
          {translate('app.account.disable')}
        </Button>
      )}
      {isDisabled ? (
        <Button variant="contained" onClick={() => setAsking('enable')}>
          {translate('app.account.enable')}
        </Button>
      ) : (
        <Button variant="contained" onClick={() => setAsking('reset')}>
          {translate('app.account.reset')}
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'reset'}
        question={translate('app.account.resetAsk', { name })}
        confirmLabel={translate('app.account.reset')}
        isBusy={reset.isBusy}
        problem={reset.error?.message}
        onConfirm={() => reset.run({ accountId: account.id })}
        onClose={close}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.account.resetTeach')}</Typography>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'disable'}
        question={translate('app.account.disableAsk', { name })}
        confirmLabel={translate('app.account.disable')}
        isBusy={disable.isBusy || reason.trim() === ''}
        problem={refusal.general}
        onConfirm={() => disable.run({ id: account.id, reason: reason.trim() })}
        onClose={close}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.account.disableTeach')}</Typography>
        <TextField
          autoFocus
          label={translate('app.field.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={Boolean(refusal.fields.reason)}
          helperText={refusal.fields.reason}
          required
          multiline
          minRows={2}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'enable'}
        question={translate('app.account.enableAsk', { name })}
        confirmLabel={translate('app.account.enable')}
        isBusy={enable.isBusy}
        problem={enable.error?.message}
        onConfirm={() => enable.run({ id: account.id })}
        onClose={close}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.account.enableTeach')}</Typography>
      </ConfirmDialog>
      {link && <IssuedLinkDialog link={link} onClose={() => setLink(null)} />}
    </>
  );
}

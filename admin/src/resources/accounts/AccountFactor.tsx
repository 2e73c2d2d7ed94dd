import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import { removeAccountFactorMutation } from '../../providers/accountDocuments';
import type { Account } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { useAct } from '../../shared/useAct';

/** For somebody who lost the telephone and the recovery codes. */
export function AccountFactor({ account }: { account: Account }) {
  const translate = useTranslate();
  const mayManage = useMay('account:manage');
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(
    removeAccountFactorMutation,
    'app.account.factorRemoved',
    () => setAsking(false),
  );
  if (!mayManage || !account.hasSecondFactor) return null;
  return (
    <>
      <Button size="small" sx={{ mt: 1, ml: -0.75 }} onClick={() => setAsking(true)}>
        {translate('app.account.removeFactor')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        question={translate('app.account.removeFactorAsk', { name: account.person.fullName })}
        confirmLabel={translate('app.account.removeFactor')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ accountId: account.id })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.account.removeFactorTeach')}</Typography>
      </ConfirmDialog>
    </>
  );
}

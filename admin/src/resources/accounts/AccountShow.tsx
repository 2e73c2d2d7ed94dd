import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { WithHistory } from '../../audit/HistoryTab';
import type { Account } from '../../providers/types';
import { Facts } from '../../shared/Facts';
import { formatDate, formatDateTime } from '../../shared/format';
import { Panel, twoColumns } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { AccountActions } from './AccountActions';
import { AccountDelegations } from './AccountDelegations';
import { AccountFactor } from './AccountFactor';
import { AccountPositions } from './AccountPositions';
import { AccountSessions } from './AccountSessions';
import { AccountStateWord } from './AccountStateWord';

export function AccountShow() {
  const translate = useTranslate();
  return (
    <ShowPage<Account>
      title={(account) => account.person.fullName}
      subtitle={(account) => (
        <Box
          component="span"
          sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
        >
          {account.login}
          <AccountStateWord account={account} />
        </Box>
      )}
      actions={(account) => <AccountActions account={account} />}
    >
      {(account) => (
        <WithHistory subjectType="account" subjectId={account.id}>
          <Box sx={twoColumns}>
            <Box sx={{ display: 'grid', gap: 2 }}>
              <AccountPositions account={account} />
              <AccountDelegations account={account} />
            </Box>
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Panel title={translate('app.account.signIn')}>
                <Facts facts={signInFacts(account, translate)} />
                <AccountFactor account={account} />
              </Panel>
              <AccountSessions account={account} />
            </Box>
          </Box>
        </WithHistory>
      )}
    </ShowPage>
  );
}

function signInFacts(account: Account, translate: ReturnType<typeof useTranslate>): [string, string][] {
  const { openInvitation: invitation } = account;
  return [
    [translate('app.account.createdAt'), formatDate(account.createdAt)],
    [
      translate('app.account.lastSignIn'),
      formatDateTime(account.lastSignInAt) || translate('app.account.neverSignedIn'),
    ],
    [
      translate('app.account.openLink'),
      invitation
        ? translate(`app.account.link.${invitation.kind}`, { at: formatDateTime(invitation.expiresAt) })
        : '',
    ],
    [translate('app.account.disabledAt'), formatDateTime(account.disabledAt)],
    [translate('app.account.disabledReason'), account.disabledReason ?? ''],
    [
      translate('app.factor.title'),
      translate(account.hasSecondFactor ? 'app.account.factorOn' : 'app.account.factorOff'),
    ],
  ];
}

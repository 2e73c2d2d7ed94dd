import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Account, CellStatus } from '../../providers/types';
import { StatusWord } from '../../shared/Status';

type ShownState = 'ACTIVE' | 'INVITED' | 'EXPIRED' | 'DISABLED';

/** An invitation that can no longer be used waits for somebody: it is told apart. */
export const shownStateOf = ({
  state,
  openInvitation,
}: Pick<Account, 'state' | 'openInvitation'>): ShownState =>
  state === 'INVITED' && !openInvitation ? 'EXPIRED' : state;

const shapes: Record<ShownState, CellStatus> = {
  ACTIVE: 'ON_TRACK',
  INVITED: 'NO_DATA',
  EXPIRED: 'ATTENTION',
  DISABLED: 'BEHIND',
};

export function AccountStateWord({ account }: { account: Pick<Account, 'state' | 'openInvitation'> }) {
  const translate = useTranslate();
  const state = shownStateOf(account);
  return (
    <Box component="span" sx={{ flexShrink: 0 }}>
      <StatusWord status={shapes[state]} text={translate(`app.account.state.${state}`)} />
    </Box>
  );
}

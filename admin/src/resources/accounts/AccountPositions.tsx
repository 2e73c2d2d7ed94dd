import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Account, Position } from '../../providers/types';
import { lastDayOf } from '../../shared/addDays';
import { formatDate, localDateOf } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { EndPosition } from './EndPosition';
import { GivePosition } from './GivePosition';
import { isOver } from './positions';
import { useRoleWords } from './useRoleWords';

/** What the person is in the commune, and was: nothing is overwritten, a position ends. */
export function AccountPositions({ account }: { account: Account }) {
  const translate = useTranslate();
  const mayManage = useMay('position:manage');
  const today = localDateOf(useBusinessNow());
  const [isGiving, setGiving] = useState(false);
  const { others } = useRoleWords()(account);
  const current = account.positions.filter((position) => !isOver(position, today));
  const past = account.positions.filter((position) => isOver(position, today)).toReversed();
  return (
    <Panel title={translate('app.position.title')}>
      {current.length === 0 && others.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.position.none')}</Typography>
      )}
      <Rows positions={current} mayEnd={mayManage} />
      {others.length > 0 && (
        <Box sx={{ py: 1 }}>
          {others.map((words) => (
            <Box key={words} sx={{ fontWeight: 500 }}>
              {words}
            </Box>
          ))}
          <Box sx={{ fontSize: 14, color: 'text.secondary' }}>{translate('app.position.otherwise')}</Box>
        </Box>
      )}
      {past.length > 0 && (
        <>
          <Typography variant="h3" component="p" sx={{ mt: 1.5, color: 'text.secondary' }}>
            {translate('app.position.before')}
          </Typography>
          <Rows positions={past} mayEnd={false} />
        </>
      )}
      {mayManage && (
        <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setGiving(true)}>
          {translate('app.position.give')}
        </Button>
      )}
      {isGiving && <GivePosition person={account.person} onClose={() => setGiving(false)} />}
    </Panel>
  );
}

function Rows({ positions, mayEnd }: { positions: Position[]; mayEnd: boolean }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {positions.map((position) => (
        <Box
          component="li"
          key={position.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1.5,
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
            <Box sx={{ fontWeight: 500 }}>{translate(`app.role.${position.role}`)}</Box>
            <Box sx={{ fontSize: 14, color: 'text.secondary' }}>
              {position.orgUnit.name} · {formatDate(position.validFrom)} –{' '}
              {position.validTo ? formatDate(lastDayOf(position.validTo)) : translate('app.member.now')}
            </Box>
          </Box>
          {mayEnd && <EndPosition position={position} />}
        </Box>
      ))}
    </Box>
  );
}

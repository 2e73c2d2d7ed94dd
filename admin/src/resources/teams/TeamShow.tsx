import { Box, Button, Skeleton } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../../providers/abilities';
import type { Membership, Team } from '../../providers/types';
import { formatDate, localDateOf } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { MemberActions } from '../memberships/MemberActions';
import { memberRoles } from '../memberships/roles';
import { TeamWarnings } from './TeamWarnings';

export function TeamShow() {
  const translate = useTranslate();
  const mayManage = useMay('team:manage');
  return (
    <ShowPage<Team>
      title={(team) => team.name}
      subtitle={(team) => (
        <>
          <Link to={`/villages/${team.village.id}`}>{team.village.name}</Link>
          {' · '}
          {translate('app.team.founded', { date: formatDate(team.foundedOn) })}
          {team.decisionNumber && ` · ${translate('app.team.decision', { number: team.decisionNumber })}`}
        </>
      )}
      actions={(team) =>
        mayManage && (
          <Button component={Link} to={`/memberships/create?team=${team.id}`} variant="contained">
            {translate('app.member.add')}
          </Button>
        )
      }
    >
      {(team) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {team.warnings.length > 0 && (
            <Box>
              <TeamWarnings warnings={team.warnings} />
            </Box>
          )}
          <Members teamId={team.id} />
        </Box>
      )}
    </ShowPage>
  );
}

/** Today's members, then those who left: the history of a team is never overwritten. */
function Members({ teamId }: { teamId: string }) {
  const translate = useTranslate();
  const mayManage = useMay('team:manage');
  const { data: members } = useGetList<Membership>('memberships', {
    filter: { teamId },
    sort: { field: 'personName', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  });
  const today = localDateOf(useBusinessNow());
  if (!members) return <Skeleton variant="rounded" height={240} />;
  const isPast = (member: Membership) => member.validTo !== null && member.validTo <= today;
  const rank = (member: Membership) => memberRoles.indexOf(member.role);
  const past = members.filter(isPast);
  const current = members.filter((member) => !isPast(member)).sort((one, other) => rank(one) - rank(other));
  return (
    <>
      <Panel title={translate('app.team.now')}>
        <MemberRows members={current} mayManage={mayManage} />
      </Panel>
      {past.length > 0 && (
        <Panel title={translate('app.team.before')}>
          <MemberRows members={past} mayManage={false} />
        </Panel>
      )}
    </>
  );
}

function MemberRows({ members, mayManage }: { members: Membership[]; mayManage: boolean }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {members.map((member) => (
        <Box
          component="li"
          key={member.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 2,
            rowGap: 0.5,
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <Box sx={{ flex: '2 1 220px' }}>
            <Box sx={{ fontWeight: 500 }}>{member.person.fullName}</Box>
            <Box sx={{ fontSize: 14, color: 'text.secondary' }}>
              {translate(`app.memberRole.${member.role}`)}
              {member.nominatedBy &&
                ` · ${translate('app.member.nominatedBy', { name: member.nominatedBy.name })}`}
            </Box>
          </Box>
          <Box sx={{ flex: '1 1 120px' }}>{member.person.phone}</Box>
          <Box sx={{ flex: '2 1 200px', fontSize: 14, color: 'text.secondary' }}>
            {formatDate(member.validFrom)} –{' '}
            {member.validTo ? formatDate(member.validTo) : translate('app.member.now')}
            {member.decisionNumber && (
              <Box>{translate('app.team.decision', { number: member.decisionNumber })}</Box>
            )}
          </Box>
          {mayManage && <MemberActions member={member} />}
        </Box>
      ))}
    </Box>
  );
}

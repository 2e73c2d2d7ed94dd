import { Box, Paper, Typography } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Team } from '../providers/types';

/** Who to call, and everybody else of the team. */
export function VillageTeam({ teamId }: { teamId: string }) {
  const translate = useTranslate();
  const { data: team } = useGetOne<Team>('teams', { id: teamId, meta: { detail: true } });
  if (!team) return null;
  return (
    <Paper component="section" sx={{ p: 2 }}>
      <Typography variant="h3" component="h2">
        <Box component={Link} to={`/teams/${team.id}/show`} sx={{ color: 'text.primary' }}>
          {team.name}
        </Box>
      </Typography>
      {team.leader ? (
        <Box sx={{ my: 1 }}>
          {translate('app.memberRole.LEADER')}: <strong>{team.leader.person.fullName}</strong>
          {team.leader.person.phone && (
            <>
              {' · '}
              <Box component="a" href={`tel:${team.leader.person.phone}`}>
                {team.leader.person.phone}
              </Box>
            </>
          )}
        </Box>
      ) : (
        <Typography sx={{ my: 1, color: 'warning.main' }}>▲ {translate('app.team.noLeader')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {team.members
          .filter((member) => member.role !== 'LEADER')
          .map((member) => (
            <li key={member.id}>
              {member.person.fullName}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' · '}
                {translate(`app.memberRole.${member.role}`)}
              </Box>
            </li>
          ))}
      </Box>
    </Paper>
  );
}

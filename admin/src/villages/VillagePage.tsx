import { Box, Button, Paper, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { WithHistory } from '../audit/HistoryTab';
import { useMay } from '../providers/abilities';
import type { Team, Visit } from '../providers/types';
import { FlagLine } from '../dashboard/FlagLine';
import { useScoreboard } from '../dashboard/useScoreboard';
import { EmptyState } from '../shared/EmptyState';
import { IndicatorPace } from '../shared/IndicatorPace';
import { PageSkeleton } from '../shared/PageSkeleton';
import { Problem } from '../shared/Problem';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { formatDate } from '../shared/format';
import { useVillageWords } from '../shared/useVillageWords';
import { VisitTimeline } from '../resources/visits/VisitTimeline';
import { VillageTeam } from './VillageTeam';
import { VillageTiles } from './VillageTiles';

const first = (perPage: number) => ({ page: 1, perPage });

/** One village as its people know it: who works there, how it stands, what is wrong, what was done last. */
export function VillagePage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const words = useVillageWords();
  const { data: scoreboard, error, isPending, refetch } = useScoreboard();
  const village = scoreboard?.villages.find((one) => one.id === id);
  useDocumentTitle(village?.name ?? '');
  const mayReadHomes = useMay('household:read');
  const mayRecord = useMay('visit:record');
  const mayReadTeams = useMay('team:read');
  const { data: teams } = useGetList<Team>(
    'teams',
    { filter: { villageId: id }, pagination: first(1) },
    { enabled: mayReadTeams },
  );
  const { data: visits } = useGetList<Visit>(
    'visits',
    { filter: { villageId: id }, sort: { field: 'visitedAt', order: 'DESC' }, pagination: first(6) },
    { enabled: mayReadHomes },
  );

  if (isPending) return <PageSkeleton />;
  if (!scoreboard) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!village) {
    return (
      <EmptyState
        title={translate('app.village.notFound')}
        teach={translate('app.village.notFoundTeach')}
        action={{ label: translate('app.village.toOverview'), to: '/' }}
      />
    );
  }
  const byVillage = scoreboard.indicators.filter((indicator) => indicator.byVillage);
  const team = teams?.[0];
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography variant="h1">{village.name}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>
            {words.homes(village)}
            {' · '}
            {village.lastVisitAt
              ? translate('app.village.lastVisit', { date: formatDate(village.lastVisitAt) })
              : translate('app.village.noVisitYet')}
          </Typography>
        </Box>
        <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {mayReadHomes && (
            <Button
              component={Link}
              to={`/households?filter=${encodeURIComponent(JSON.stringify({ villageId: id }))}`}
              variant="outlined"
            >
              {translate('app.village.homes')}
            </Button>
          )}
          {mayRecord && (
            <Button component={Link} to={`/visits/create?village=${id}`} variant="contained">
              {translate('app.visit.record')}
            </Button>
          )}
        </Box>
      </Box>

      <WithHistory subjectType="org_unit" subjectId={id}>
        <Box sx={{ display: 'grid', gap: 3 }}>
          {village.flags.length > 0 && (
            <Paper component="section" sx={{ p: 2, display: 'grid', gap: 1 }}>
              <Typography variant="h3" component="h2">
                {translate('app.dashboard.flags')}
              </Typography>
              {village.flags.map((flag) => (
                <FlagLine key={flag.id} flag={flag} />
              ))}
            </Paper>
          )}

          <VillageTiles village={village} indicators={byVillage} />

          <Box
            component="section"
            sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, gap: 2 }}
          >
            {byVillage.map((indicator) => (
              <Paper key={indicator.code} sx={{ p: 2, breakInside: 'avoid' }}>
                <IndicatorPace villageId={id} indicator={indicator} plan={scoreboard.plan} />
              </Paper>
            ))}
          </Box>

          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
              gap: 2,
              alignItems: 'start',
            }}
          >
            {team && <VillageTeam teamId={team.id} />}
            {mayReadHomes && (
              <Paper component="section" sx={{ p: 2 }}>
                <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
                  {translate('app.village.lastVisits')}
                </Typography>
                {visits?.length ? (
                  <VisitTimeline visits={visits} withHousehold />
                ) : (
                  <Typography sx={{ color: 'text.secondary' }}>
                    {translate('app.village.noVisitYet')}
                  </Typography>
                )}
              </Paper>
            )}
          </Box>
        </Box>
      </WithHistory>
    </Box>
  );
}

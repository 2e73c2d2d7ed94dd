import { Box, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useMay } from '../providers/abilities';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { EmptyState } from '../shared/EmptyState';
import { Problem } from '../shared/Problem';
import { DashboardSkeleton, cardGrid } from './DashboardSkeleton';
import { IndicatorCard } from './IndicatorCard';
import { Legend } from './Legend';
import { Matrix } from './Matrix';
import { MatrixToolbar } from './MatrixToolbar';
import { parseRanking, rankVillages, rankingText, type Ranking } from './ranking';
import { ScoreHeader } from './ScoreHeader';
import { TodoLine } from './TodoLine';
import { useGlow } from './useGlow';
import { useScoreboard } from './useScoreboard';
import { VillageCards } from './VillageCards';
import { WhyDrawer, type Asked } from './WhyDrawer';

/** Tổng quan: how the commune stands against its plan, and which village needs help first. */
export function Dashboard() {
  const translate = useTranslate();
  useDocumentTitle(translate('app.nav.overview'));
  const { data: scoreboard, error, isPending, refetch } = useScoreboard();
  const glowing = useGlow(scoreboard);
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [params, setParams] = useSearchParams();
  const mayAddVillages = useMay('org:manage');

  if (isPending) return <DashboardSkeleton />;
  if (!scoreboard) return <Problem error={error} onRetry={() => void refetch()} />;

  const ranking = parseRanking(params.get('sort'));
  const search = params.get('q') ?? '';
  const change = (key: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '' || value === 'need') after.delete(key);
        else after.set(key, value);
        return after;
      },
      { replace: true },
    );
  const rank = (wanted: Ranking) => change('sort', rankingText(wanted));
  const villages = rankVillages(scoreboard.villages, ranking, search);
  const columns = scoreboard.indicators.filter((indicator) => indicator.byVillage);

  return (
    <>
      <ScoreHeader scoreboard={scoreboard} />
      <Box component="section" aria-label={translate('app.dashboard.cards')} sx={cardGrid}>
        {scoreboard.indicators.map((indicator) => (
          <IndicatorCard
            key={indicator.code}
            indicator={indicator}
            isGlowing={glowing.has(indicator.code)}
            onOpen={() => setAsked({ villageId: null, indicatorCode: indicator.code })}
          />
        ))}
      </Box>

      <TodoLine villages={scoreboard.villages} onRank={rank} />

      <Box component="section" sx={{ mt: 3 }}>
        <MatrixToolbar
          ranking={ranking}
          onRank={rank}
          search={search}
          onSearch={(text) => change('q', text)}
          indicators={columns}
          count={villages.length}
        />
        {villages.length === 0 ? (
          <EmptyState
            title={translate(search ? 'app.dashboard.noneFound' : 'app.dashboard.noVillages')}
            teach={translate(search ? 'app.dashboard.noneFoundTeach' : 'app.dashboard.noVillagesTeach')}
            action={
              !search && mayAddVillages
                ? { label: translate('app.dashboard.addVillage'), to: '/org-units/create' }
                : undefined
            }
          />
        ) : isPhone ? (
          <VillageCards villages={villages} indicators={columns} />
        ) : (
          <Matrix
            villages={villages}
            indicators={columns}
            ranking={ranking}
            onRank={rank}
            glowing={glowing}
            onOpen={(villageId, indicatorCode) => setAsked({ villageId, indicatorCode })}
          />
        )}
        <Box sx={{ mt: 1.5 }}>
          <Legend hasHidden={villages.some((village) => village.cells.some((cell) => cell.hidden))} />
        </Box>
      </Box>
      <WhyDrawer scoreboard={scoreboard} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

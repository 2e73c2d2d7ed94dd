import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useScoreboard } from '../dashboard/useScoreboard';
import { query } from '../providers/client';
import { activePlanQuery } from '../providers/documents';
import type { Plan } from '../providers/types';
import { EmptyState } from '../shared/EmptyState';
import { formatDate } from '../shared/format';
import { PageSkeleton } from '../shared/PageSkeleton';
import { Problem } from '../shared/Problem';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { inReadingOrder, isPart } from './clauses';
import { ClauseRow } from './ClauseRow';
import { besideDocument, Contents } from './Contents';

/** Kế hoạch: the plan's own text as a document, and beside each clause who answers for it and where it stands. */
export function PlanPage() {
  const translate = useTranslate();
  const { data: scoreboard } = useScoreboard();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['activePlan'],
    queryFn: () => query<{ activePlan: Plan | null }>(activePlanQuery).then((answer) => answer.activePlan),
    staleTime: 5 * 60_000,
  });
  useDocumentTitle(data?.title ?? translate('app.nav.plan'));
  if (isPending) return <PageSkeleton />;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <EmptyState title={translate('app.plan.none')} teach={translate('app.plan.noneTeach')} />;
  const placed = inReadingOrder(data.clauses);
  return (
    <Box component="article" sx={{ maxWidth: 1160 }}>
      <Typography variant="h1" sx={{ maxWidth: 720, textWrap: 'balance' }}>
        {data.title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>
        {translate('app.plan.runs', { from: formatDate(data.startsOn), to: formatDate(data.endsOn) })}
      </Typography>
      <PlanNotes titleKey="app.plan.legalBases" lines={data.legalBases} />
      <Box
        sx={{ [besideDocument]: { display: 'grid', gridTemplateColumns: '152px minmax(0, 1fr)', gap: 3 } }}
      >
        <Contents parts={placed.filter(isPart).map(({ clause }) => clause)} />
        <Box
          sx={(theme) => ({
            mt: 2,
            bgcolor: 'background.paper',
            border: `1px solid ${theme.tokens.hairline}`,
            borderRadius: '10px',
            px: { xs: 2, md: 4 },
            py: 2,
            '@media print': { border: 0, p: 0 },
          })}
        >
          {placed.map(({ clause, depth }) => (
            <ClauseRow
              key={clause.id}
              clause={clause}
              depth={depth}
              indicators={scoreboard?.indicators ?? []}
            />
          ))}
        </Box>
      </Box>
      <Box sx={{ mt: 2 }}>
        <PlanNotes titleKey="app.plan.recipients" lines={data.recipients} />
        {data.signatory && (
          <Typography sx={{ mt: 2, textAlign: 'right', fontWeight: 600, pr: { md: 6 } }}>
            {data.signatory}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function PlanNotes({ titleKey, lines }: { titleKey: string; lines: string[] }) {
  const translate = useTranslate();
  if (lines.length === 0) return null;
  return (
    <Box
      component="details"
      sx={{ color: 'text.secondary', fontSize: 14, '& summary': { cursor: 'pointer', minHeight: 32 } }}
    >
      <summary>{translate(titleKey)}</summary>
      <Box component="ul" sx={{ mt: 0.5, pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}

import { Box, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { query } from '../providers/client';
import { retentionRulesQuery } from '../providers/privacyDocuments';
import type { RetentionRule } from '../providers/types';
import { EmptyState } from '../shared/EmptyState';
import { Facts } from '../shared/Facts';
import { formatDateTime } from '../shared/format';
import { PageSkeleton } from '../shared/PageSkeleton';
import { PrintHead } from '../shared/PrintHead';
import { Problem } from '../shared/Problem';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { useFormat } from '../shared/useFormat';

/** Lưu giữ: how long each kind of personal detail is kept, and what the nightly job has done about it. */
export function RetentionPage() {
  const translate = useTranslate();
  const title = translate('app.retention.title');
  useDocumentTitle(title);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['retentionRules'],
    queryFn: () =>
      query<{ retentionRules: RetentionRule[] }>(retentionRulesQuery).then((answer) => answer.retentionRules),
  });
  if (isPending) return <PageSkeleton rows={4} />;
  if (!data) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PrintHead />
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 720, mt: 0.5, mb: 2 }}>
        {translate('app.retention.intro')}
      </Typography>
      {data.length === 0 && (
        <EmptyState title={translate('app.retention.empty')} teach={translate('app.retention.emptyTeach')} />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 2 }}>
        {data.map((rule) => (
          <Rule key={rule.key} rule={rule} />
        ))}
      </Box>
    </Box>
  );
}

function Rule({ rule }: { rule: RetentionRule }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 2.5 }, breakInside: 'avoid' }}>
      <Typography variant="h3" component="h2">
        {format.pick(rule.title.vi, rule.title.en)}
      </Typography>
      <Box sx={{ fontSize: 24, fontWeight: 600, my: 0.5 }}>
        {translate('app.retention.months', { smart_count: rule.keepsMonths })}
      </Box>
      <Facts
        facts={[
          [translate('app.retention.waiting'), format.number(rule.waiting)],
          [
            translate('app.retention.lastRun'),
            formatDateTime(rule.lastRunAt) || translate('app.retention.never'),
          ],
          [
            translate('app.retention.lastCount'),
            rule.lastCount === null ? null : format.number(rule.lastCount),
          ],
        ]}
      />
    </Paper>
  );
}

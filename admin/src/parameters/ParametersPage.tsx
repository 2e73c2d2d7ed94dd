import { Box, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { query } from '../providers/client';
import { parametersQuery } from '../providers/privacyDocuments';
import type { Parameter } from '../providers/types';
import { EmptyState } from '../shared/EmptyState';
import { PageSkeleton } from '../shared/PageSkeleton';
import { PrintHead } from '../shared/PrintHead';
import { Problem } from '../shared/Problem';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { ParameterRow } from './ParameterRow';

/** Tham số: what laws and rules set, each value with the day from which it holds and where it is written. */
export function ParametersPage() {
  const translate = useTranslate();
  const title = translate('app.parameter.title');
  useDocumentTitle(title);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['parameters'],
    queryFn: () => query<{ parameters: Parameter[] }>(parametersQuery).then((answer) => answer.parameters),
  });
  if (isPending) return <PageSkeleton rows={6} />;
  if (!data) return <Problem error={error} onRetry={() => void refetch()} />;
  const unconfirmed = data.filter((parameter) => !parameter.isConfirmed).length;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PrintHead />
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 720, mt: 0.5, mb: 2 }}>
        {translate('app.parameter.intro')}
        {unconfirmed > 0 && ` ${translate('app.parameter.unconfirmedCount', { smart_count: unconfirmed })}`}
      </Typography>
      {data.length === 0 ? (
        <EmptyState title={translate('app.parameter.empty')} teach={translate('app.parameter.emptyTeach')} />
      ) : (
        <Paper
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', '& > li:first-of-type': { borderTop: 0 } }}
        >
          {data.map((parameter) => (
            <ParameterRow key={parameter.key} parameter={parameter} onChanged={() => void refetch()} />
          ))}
        </Paper>
      )}
    </Box>
  );
}

import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ShowBase, useShowContext, type Identifier, type RaRecord } from 'react-admin';
import { PageSkeleton } from './PageSkeleton';
import { useDocumentTitle } from './useDocumentTitle';

// A list leaves its rows in the cache of the single record, but a record selects more than a row: `meta` keeps them apart.
const detailOptions = { meta: { detail: true } };

interface ShowPageProps<Row> {
  title: (row: Row) => string;
  subtitle?: (row: Row) => ReactNode;
  actions?: (row: Row) => ReactNode;
  children: (row: Row) => ReactNode;
}

/** One record: its name, what may be done with it, then its contents. */
export function ShowPage<Row extends RaRecord<Identifier>>(props: ShowPageProps<Row>) {
  return (
    <ShowBase<Row> loading={null} queryOptions={detailOptions}>
      <ShowBody {...props} />
    </ShowBase>
  );
}

function ShowBody<Row extends RaRecord<Identifier>>({
  title,
  subtitle,
  actions,
  children,
}: ShowPageProps<Row>) {
  const { record } = useShowContext<Row>();
  useDocumentTitle(record ? title(record) : '');
  if (!record) return <PageSkeleton rows={4} />;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 2.5 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Typography variant="h1">{title(record)}</Typography>
          {subtitle && <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{subtitle(record)}</Box>}
        </Box>
        {actions && (
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {actions(record)}
          </Box>
        )}
      </Box>
      {children(record)}
    </>
  );
}

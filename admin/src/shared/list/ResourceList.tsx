import { Box, Button, Paper, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import {
  DataTable,
  ListBase,
  Pagination,
  useListContext,
  useResourceContext,
  useTranslate,
  type Identifier,
  type RaRecord,
  type SortPayload,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../EmptyState';
import { PageSkeleton } from '../PageSkeleton';
import { Problem } from '../Problem';
import { useDocumentTitle } from '../useDocumentTitle';
import { useFormat } from '../useFormat';
import type { Column, Empty } from './columns';

interface ResourceListProps<Row> {
  title: string;
  /** One line under the title; only where the list needs explaining. */
  intro?: string;
  columns: Column<Row>[];
  /** What a row shows as a card at phone width: the three things that matter. */
  card: (row: Row) => ReactNode;
  empty: Empty;
  sort?: SortPayload;
  filterDefaults?: Record<string, unknown>;
  filters?: ReactNode;
  action?: { label: string; to: string };
  /** Beside the action: what may be done with the whole list. */
  tools?: ReactNode;
  /** Where a row leads; null where there is nothing more to see. */
  linkTo: (row: Row) => string | null;
}

/** Every list of the panel: title and count, filters as chips in the address, table or cards, pages. */
export function ResourceList<Row extends RaRecord<Identifier>>(props: ResourceListProps<Row>) {
  return (
    <ListBase
      sort={props.sort}
      perPage={25}
      filterDefaultValues={props.filterDefaults}
      exporter={false}
      loading={null}
    >
      <ListContent {...props} />
    </ListBase>
  );
}

function ListContent<Row extends RaRecord<Identifier>>(props: ResourceListProps<Row>) {
  const { title, intro, filters, action, tools } = props;
  const format = useFormat();
  const { total } = useListContext<Row>();
  useDocumentTitle(title);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: intro ? 0.5 : 2 }}>
        <Typography variant="h1" sx={{ mr: 'auto' }}>
          {title}{' '}
          {total !== undefined && (
            <Box component="span" sx={{ fontSize: 16, fontWeight: 400, color: 'text.secondary' }}>
              {format.number(total)}
            </Box>
          )}
        </Typography>
        {tools}
        {action && (
          <Button className="no-print" component={Link} to={action.to} variant="contained">
            {action.label}
          </Button>
        )}
      </Box>
      {intro && (
        <Typography sx={{ color: 'text.secondary', maxWidth: 720, textWrap: 'pretty', mb: 2 }}>
          {intro}
        </Typography>
      )}
      {filters && (
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, alignItems: 'center' }}
        >
          {filters}
        </Box>
      )}
      <Rows {...props} />
    </>
  );
}

const cardLink = (to: string | null) => (to === null ? {} : { component: Link, to });

function Rows<Row extends RaRecord<Identifier>>({
  columns,
  card,
  empty,
  linkTo,
  title,
}: ResourceListProps<Row>) {
  const translate = useTranslate();
  const format = useFormat();
  const resource = useResourceContext();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const { data, error, isPending, refetch, filterValues, setFilters } = useListContext<Row>();
  // Passed on to the table's own pagination, which react-admin's types do not say.
  const rangeWords: object = {
    labelDisplayedRows: ({ from, to, count }: Record<'from' | 'to' | 'count', number>) =>
      translate('ra.navigation.page_range_info', {
        offsetBegin: format.number(from),
        offsetEnd: format.number(to),
        total: format.number(count),
      }),
  };
  if (isPending) return <PageSkeleton rows={6} />;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) {
    if (Object.keys(filterValues).length === 0) return <EmptyState {...empty} />;
    return (
      <EmptyState title={translate('app.list.noneFound')} teach={translate('app.list.noneFoundTeach')}>
        <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setFilters({}, {})}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      {isPhone ? (
        <Box
          component="ul"
          aria-label={title}
          sx={{ display: 'grid', gap: 1, p: 0, m: 0, listStyle: 'none' }}
        >
          {data.map((row) => (
            <Paper component="li" key={row.id}>
              <Box
                {...cardLink(linkTo(row))}
                sx={{ display: 'block', p: 2, minHeight: 48, color: 'text.primary', textDecoration: 'none' }}
              >
                {card(row)}
              </Box>
            </Paper>
          ))}
        </Box>
      ) : (
        <Paper sx={{ overflowX: 'auto' }}>
          <DataTable<Row>
            bulkActionButtons={false}
            rowClick={(_id, _resource, row) => linkTo(row) ?? false}
            size="medium"
            storeKey={`${resource}.table`}
            sx={{ '& tr:last-of-type td': { borderBottom: 0 } }}
          >
            {columns.map((column) => (
              <DataTable.Col
                key={column.source}
                source={column.source as never}
                label={column.label}
                disableSort={!column.sortable}
                align={column.align}
                sx={column.nowrap ? { whiteSpace: 'nowrap' } : undefined}
                render={(row) => column.render(row as Row)}
              />
            ))}
          </DataTable>
        </Paper>
      )}
      <Pagination rowsPerPageOptions={[25, 50, 100]} {...rangeWords} />
    </>
  );
}

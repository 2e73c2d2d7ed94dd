import { Box, Button, Paper, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { HistoryEntry } from '../providers/types';
import { formatDate, localDateOf } from '../shared/format';
import { Problem } from '../shared/Problem';
import { useBusinessNow } from '../shared/useBusinessNow';
import { useFormat } from '../shared/useFormat';
import { HistoryRow } from './HistoryRow';
import { byDay } from './sentence';
import type { useHistory } from './useHistory';
import { useSubjectNames } from './useSubjectNames';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface DayListProps<Row> {
  rows: Row[];
  at: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Rows under the headings of their days, newest first. */
export function DayList<Row>({ rows, at, children }: DayListProps<Row>) {
  const translate = useTranslate();
  const format = useFormat();
  const today = localDateOf(useBusinessNow());
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {byDay(rows, (row) => localDateOf(at(row))).map(({ day, rows: under }, index) => (
        <Box component="section" key={`${day} ${index}`}>
          <Box
            component="h2"
            sx={{
              m: 0,
              mb: 0.75,
              fontSize: 14,
              fontWeight: 500,
              color: 'text.secondary',
              breakAfter: 'avoid',
            }}
          >
            {day === today
              ? translate('app.history.today', { weekday: format.weekday(day) })
              : capital(format.weekday(day))}{' '}
            {formatDate(day)}
          </Box>
          <Paper
            component="ul"
            sx={{
              m: 0,
              p: 0,
              listStyle: 'none',
              overflow: 'hidden',
              '& > li:first-of-type': { borderTop: 0 },
            }}
          >
            {under.map(children)}
          </Paper>
        </Box>
      ))}
    </Box>
  );
}

/** Further rows on demand: a history has no last page that anybody wants to jump to. */
export function MoreButton({ isBusy, onMore }: { isBusy: boolean; onMore: () => void }) {
  const translate = useTranslate();
  return (
    <Box className="no-print" sx={{ textAlign: 'center', mt: 2 }}>
      <Button variant="outlined" disabled={isBusy} onClick={onMore}>
        {translate(isBusy ? 'app.history.loadingMore' : 'app.history.more')}
      </Button>
    </Box>
  );
}

interface HistoryRowsProps {
  history: ReturnType<typeof useHistory>;
  empty: ReactNode;
  isOwnPage?: boolean;
}

export function HistoryRows({ history, empty, isOwnPage = false }: HistoryRowsProps) {
  const now = useBusinessNow();
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = history;
  const nameOf = useSubjectNames(isOwnPage ? noRows : (rows ?? noRows));
  if (isPending) return <RowsSkeleton />;
  if (!rows) return <Problem error={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return empty;
  return (
    <>
      <DayList rows={rows} at={(entry) => entry.occurredAt}>
        {(entry) => (
          <HistoryRow key={entry.id} entry={entry} name={nameOf(entry)} now={now} isOwnPage={isOwnPage} />
        )}
      </DayList>
      {hasNextPage && <MoreButton isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

const noRows: HistoryEntry[] = [];

export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ra.page.loading')}>
      <Skeleton variant="text" width={220} />
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={56} sx={{ mb: '1px' }} />
      ))}
    </Box>
  );
}

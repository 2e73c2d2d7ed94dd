import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';
import { Problem } from '../shared/Problem';
import { DaysChip } from '../shared/list/DaysChip';
import { ChoiceChip } from '../shared/list/FilterChips';
import { PersonChip } from '../shared/list/PersonChip';
import { UrlFilters, useUrlFilters, type Filters } from '../shared/list/UrlFilters';
import { AuditHead } from './AuditHead';
import { DayList, MoreButton, RowsSkeleton } from './HistoryRows';
import { ReadingRow } from './ReadingRow';
import { useReadings, type ReadingFilter } from './useHistory';

interface Shown {
  readerId?: string;
  kind?: string;
  list?: string;
  period?: { gte?: string; lte?: string };
}

/** The lists that are written down when somebody reads them. */
const lists = [
  'Household',
  'Visit',
  'GuidanceSession',
  'Person',
  'Membership',
  'Consent',
  'DataRequest',
  'Account',
  'Position',
];

function asked(filters: Filters): ReadingFilter {
  const { readerId, kind, list, period }: Shown = filters;
  return { readerId, kind, list, from: period?.gte, to: period?.lte };
}

/** Ai đã xem: who read or took out lists of people and homes, how many rows, and why. */
export function ReadingsPage() {
  const translate = useTranslate();
  const [filters, setFilters] = useUrlFilters();
  const readings = useReadings(asked(filters));
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = readings;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <AuditHead tab="readings" />
      <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: 720 }}>
        {translate('app.reading.intro')}
      </Typography>
      <UrlFilters value={filters} onChange={setFilters}>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
          <PersonChip source="readerId" label={translate('app.history.who')} />
          <ChoiceChip
            source="kind"
            label={translate('app.reading.kind')}
            choices={['LIST', 'EXPORT'].map((value) => ({
              value,
              label: translate(`app.readingKind.${value}`),
            }))}
          />
          <ChoiceChip
            source="list"
            label={translate('app.reading.list')}
            choices={lists.map((value) => ({ value, label: translate(`app.readingList.${value}`) }))}
          />
          <DaysChip source="period" label={translate('app.history.period')} isInstant />
        </Box>
      </UrlFilters>
      {isPending && <RowsSkeleton />}
      {!isPending && !rows && <Problem error={error} onRetry={() => void refetch()} />}
      {rows?.length === 0 && (
        <EmptyState
          title={translate(isFiltered ? 'app.list.noneFound' : 'app.reading.emptyTitle')}
          teach={translate(isFiltered ? 'app.list.noneFoundTeach' : 'app.reading.emptyTeach')}
        >
          {isFiltered && (
            <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setFilters({})}>
              {translate('ra.navigation.clear_filters')}
            </Button>
          )}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <DayList rows={rows} at={(reading) => reading.at}>
          {(reading) => <ReadingRow key={reading.id} reading={reading} />}
        </DayList>
      )}
      {hasNextPage && <MoreButton isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Box>
  );
}

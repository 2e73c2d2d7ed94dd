import { Box, Button, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';
import { DaysChip } from '../shared/list/DaysChip';
import { SearchBox } from '../shared/list/FilterChips';
import { PersonChip } from '../shared/list/PersonChip';
import { PickChip } from '../shared/list/PickChip';
import { UrlFilters, useUrlFilters, type Filters } from '../shared/list/UrlFilters';
import { useFilter } from '../shared/list/useFilter';
import { AuditHead } from './AuditHead';
import { HistoryRows } from './HistoryRows';
import { SealLine } from './SealLine';
import { useHistory, useHistoryTypes, type HistoryFilter } from './useHistory';
import { useHistoryWords } from './useHistoryWords';

interface Shown {
  search?: string;
  actorId?: string;
  types?: string[];
  record?: { subjectType: string; subjectId: string };
  period?: { gte?: string; lte?: string };
}

/** From the chips' words to the server's. */
function asked(filters: Filters): HistoryFilter {
  const { search, actorId, types, record, period }: Shown = filters;
  return { search, actorId, types, ...record, from: period?.gte, to: period?.lte };
}

/** Hệ thống → Lịch sử: who did what, when and from where. Nobody changes or removes a row of it. */
export function HistoryPage() {
  const translate = useTranslate();
  const [filters, setFilters] = useUrlFilters();
  const history = useHistory(asked(filters));
  const words = useHistoryWords();
  const types = useHistoryTypes()
    .map((type) => ({ id: type, label: words.kind(type) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <AuditHead tab="history" />
      <SealLine />
      <UrlFilters value={filters} onChange={setFilters}>
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, alignItems: 'center' }}
        >
          <SearchBox label={translate('app.history.search')} />
          <PersonChip source="actorId" label={translate('app.history.who')} />
          <PickChip
            source="types"
            label={translate('app.history.what')}
            options={types}
            toFilter={(type) => [type]}
          />
          <DaysChip source="period" label={translate('app.history.period')} isInstant />
          <RecordChip />
        </Box>
      </UrlFilters>
      <HistoryRows
        history={history}
        empty={
          isFiltered ? (
            <EmptyState title={translate('app.list.noneFound')} teach={translate('app.list.noneFoundTeach')}>
              <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setFilters({})}>
                {translate('ra.navigation.clear_filters')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              title={translate('app.history.emptyTitle')}
              teach={translate('app.history.emptyTeach')}
            />
          )
        }
      />
    </Box>
  );
}

/** Present only when somebody came here from a record. */
function RecordChip() {
  const translate = useTranslate();
  const words = useHistoryWords();
  const [record, setRecord] = useFilter('record');
  if (!record) return null;
  const { subjectType } = record as { subjectType: string };
  return (
    <Chip
      color="primary"
      variant="outlined"
      label={translate('app.history.oneRecord', { kind: words.subject(subjectType) })}
      onDelete={() => setRecord(undefined)}
      sx={(theme) => ({ bgcolor: theme.tokens.accentWash })}
    />
  );
}

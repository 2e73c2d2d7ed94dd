import { Box, Tab, Tabs, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useMay } from '../providers/abilities';
import { HistoryRows } from './HistoryRows';
import { useHistory } from './useHistory';

export interface RecordRef {
  /** As the events name it: "household", "org_unit". */
  subjectType: string;
  subjectId: string;
}

/** Everything that happened to one record, newest first. */
export function RecordHistory({ subjectType, subjectId }: RecordRef) {
  const translate = useTranslate();
  const history = useHistory({ subjectType, subjectId });
  return (
    <HistoryRows
      history={history}
      isOwnPage
      empty={
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.history.noneOfRecord')}</Typography>
      }
    />
  );
}

/** A record's page with its history beside it, for those who may read the history; for others the page alone. */
export function WithHistory({ children, ...record }: RecordRef & { children: ReactNode }) {
  const translate = useTranslate();
  const mayRead = useMay('audit:read');
  const [params, setParams] = useSearchParams();
  if (!mayRead) return children;
  const tab = params.get('tab') === 'history' ? 'history' : 'record';
  const open = (next: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === 'record') after.delete('tab');
        else after.set('tab', next);
        return after;
      },
      { replace: true },
    );
  return (
    <>
      <Tabs
        className="no-print"
        value={tab}
        onChange={(_event, next: string) => open(next)}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="record" label={translate('app.history.recordTab')} />
        <Tab value="history" label={translate('app.history.title')} />
      </Tabs>
      {tab === 'record' ? (
        children
      ) : (
        <Box sx={{ maxWidth: 960 }}>
          <RecordHistory {...record} />
        </Box>
      )}
    </>
  );
}

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { HistoryChange, HistoryEntry } from '../providers/types';
import { formatAgo } from '../shared/ago';
import { formatDateTime } from '../shared/format';
import { filtered } from '../shared/list/UrlFilters';
import { useAppLocale } from '../shared/useFormat';
import { plainData, shownChanges } from './sentence';
import { useSubjectPath } from './useSubjectPath';
import { useHistoryWords } from './useHistoryWords';

interface HistoryDetailProps {
  entry: HistoryEntry;
  now: number;
  isOwnPage: boolean;
}

/** Before and after, where it came from, and what is known about the row itself. */
export function HistoryDetail({ entry, now, isOwnPage }: HistoryDetailProps) {
  const translate = useTranslate();
  const locale = useAppLocale();
  const words = useHistoryWords();
  const data = plainData(entry);
  const changes = shownChanges(entry);
  const path = useSubjectPath(entry);
  const { subjectType, subjectId } = entry;
  const facts: [string, string][] = [
    ...data.map(([key, value]): [string, string] => [words.field(key), words.value(value, subjectType, key)]),
    [
      translate('app.history.when'),
      [formatDateTime(entry.occurredAt), formatAgo(entry.occurredAt, now, locale)].filter(Boolean).join(', '),
    ],
    // Told only where the office works in another day than the machine.
    ...(Math.abs(Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt)) > 60_000
      ? [[words.field('recordedAt'), formatDateTime(entry.recordedAt)] as [string, string]]
      : []),
    [translate('app.history.where'), words.from(entry) || translate('app.unknown')],
    [
      translate('app.history.sealed'),
      entry.sealedAt ? formatDateTime(entry.sealedAt) : translate('app.history.waiting'),
    ],
    [translate('app.history.number'), entry.id],
  ];
  return (
    <Box
      sx={(theme) => ({
        ml: { xs: 0, sm: '68px' },
        mr: { xs: 0, sm: 1.5 },
        mb: 1.5,
        p: 1.5,
        bgcolor: theme.tokens.ground,
        borderRadius: '8px',
        fontSize: 14,
        display: 'grid',
        gap: 1.5,
      })}
    >
      {changes.length > 0 && <Changes changes={changes} subjectType={subjectType} />}
      {(entry.detailState === 'HIDDEN' || entry.detailState === 'ERASED') && (
        <Typography variant="body2">{translate(`app.history.detail.${entry.detailState}`)}</Typography>
      )}
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'max-content minmax(0, 1fr)' },
          columnGap: 2,
          rowGap: { xs: 0, sm: 0.25 },
        }}
      >
        {facts.map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, mb: { xs: 0.75, sm: 0 }, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      {!isOwnPage && (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
          {path && <Link to={path}>{translate('app.history.openRecord')}</Link>}
          <Link to={filtered('/history', { record: { subjectType, subjectId } })}>
            {translate('app.history.sameRecord')}
          </Link>
        </Box>
      )}
    </Box>
  );
}

const isBlank = (value: unknown) => value === null || value === undefined;

/** Three columns where there is room; on a phone each field is a small paragraph. */
function Changes({ changes, subjectType }: { changes: HistoryChange[]; subjectType: string }) {
  const translate = useTranslate();
  const words = useHistoryWords();
  const isAdded = changes.every(({ before }) => isBlank(before));
  // Of something new, what was left open says nothing.
  const shown = isAdded ? changes.filter(({ after }) => !isBlank(after)) : changes;
  const cell = {
    py: 0.5,
    pr: 2,
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: 1,
    borderColor: 'divider',
    overflowWrap: 'anywhere',
    fontWeight: 400,
  } as const;
  const head = { ...cell, color: 'text.secondary', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 14 }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={head}>
              {translate('app.history.field')}
            </Box>
            {!isAdded && (
              <Box component="th" scope="col" sx={head}>
                {translate('app.history.before')}
              </Box>
            )}
            <Box component="th" scope="col" sx={head}>
              {translate(isAdded ? 'app.history.entered' : 'app.history.after')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ field, before, after }) => (
            <tr key={field}>
              <Box component="th" scope="row" sx={cell}>
                {words.field(field)}
              </Box>
              {!isAdded && (
                <Box component="td" sx={{ ...cell, color: 'text.secondary' }}>
                  {words.value(before, subjectType)}
                </Box>
              )}
              <Box component="td" sx={{ ...cell, fontWeight: 500 }}>
                {words.value(after, subjectType)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

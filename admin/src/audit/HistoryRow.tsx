import ExpandLess from '@mui/icons-material/ExpandLess';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, Collapse, IconButton } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { HistoryEntry } from '../providers/types';
import { formatAgo } from '../shared/ago';
import { formatTime } from '../shared/format';
import { useAppLocale } from '../shared/useFormat';
import { HistoryDetail } from './HistoryDetail';
import { useSubjectPath } from './useSubjectPath';
import { useHistoryWords } from './useHistoryWords';

interface HistoryRowProps {
  entry: HistoryEntry;
  /** The name of the record, when it is known and not already on screen. */
  name: string | null;
  now: number;
  /** On the record's own page the record is not named again. */
  isOwnPage: boolean;
}

const dayMs = 86_400_000;

/** One fact as a sentence; opened, it shows what was before and what came after. */
export function HistoryRow({ entry, name, now, isOwnPage }: HistoryRowProps) {
  const translate = useTranslate();
  const locale = useAppLocale();
  const words = useHistoryWords();
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  const fields = words.fields(entry);
  const isRecent = now - Date.parse(entry.occurredAt) < dayMs;
  const quiet = [isRecent && formatAgo(entry.occurredAt, now, locale), words.from(entry)].filter(Boolean);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', breakInside: 'avoid' }}>
      <Box
        onClick={() => setOpen(!isOpen)}
        sx={(theme) => ({
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '56px minmax(0, 1fr) auto' },
          columnGap: 1.5,
          alignItems: 'start',
          px: { xs: 1, sm: 1.5 },
          py: 1,
          cursor: 'pointer',
          '&:hover': { bgcolor: theme.tokens.accentWash },
          '@media print': { py: 0.5 },
        })}
      >
        <Box
          component="time"
          dateTime={entry.occurredAt}
          sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
        >
          {formatTime(entry.occurredAt)}
        </Box>
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box component="strong" sx={{ fontWeight: 600 }}>
            {words.who(entry)}
          </Box>{' '}
          {words.did(entry)}
          {!isOwnPage && <SubjectName entry={entry} name={name} />}
          {fields && `: ${fields}`}
          <Box sx={{ fontSize: 13, color: 'text.secondary', '@media print': { fontSize: 'inherit' } }}>
            <Box component="span" sx={{ display: { sm: 'none' } }}>
              {formatTime(entry.occurredAt)}
              {quiet.length > 0 && ' · '}
            </Box>
            {quiet.join(' · ')}
          </Box>
        </Box>
        <IconButton
          className="no-print"
          size="small"
          aria-label={translate(isOpen ? 'app.history.close' : 'app.history.open')}
          aria-expanded={isOpen}
          aria-controls={detailId}
          sx={{ my: -0.25 }}
        >
          {isOpen ? <ExpandLess /> : <ExpandMore />}
        </IconButton>
      </Box>
      <Collapse in={isOpen} id={detailId} unmountOnExit>
        <HistoryDetail entry={entry} now={now} isOwnPage={isOwnPage} />
      </Collapse>
    </Box>
  );
}

function SubjectName({ entry, name }: { entry: HistoryEntry; name: string | null }) {
  const path = useSubjectPath(entry);
  if (!name) return null;
  if (!path) return <> {name}</>;
  return (
    <>
      {' '}
      <Link to={path} onClick={(event) => event.stopPropagation()}>
        {name}
      </Link>
    </>
  );
}

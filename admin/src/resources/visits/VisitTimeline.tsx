import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Visit } from '../../providers/types';
import { formatDate, formatTime } from '../../shared/format';
import { useTopicName } from '../../shared/useTopics';
import { NoteWaits } from './NoteWaits';
import { ResultWord } from './ResultWord';

/** Visits, newest first, each with its result and what was shown. */
export function VisitTimeline({ visits, withHousehold }: { visits: Visit[]; withHousehold?: boolean }) {
  const translate = useTranslate();
  const topicName = useTopicName();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid' }}>
      {visits.map((visit) => (
        <Box
          component="li"
          key={visit.id}
          sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
            <Box
              component={Link}
              to={`/visits/${visit.id}/show`}
              sx={{
                fontWeight: 500,
                minHeight: { xs: 44, md: 'auto' },
                display: 'inline-flex',
                alignItems: 'center',
              }}
            >
              {formatDate(visit.visitedAt)}, {formatTime(visit.visitedAt)}
            </Box>
            <ResultWord result={visit.result} />
            {visit.correctedBy && (
              <Box component="span" sx={{ fontSize: 14, color: 'text.secondary' }}>
                {translate('app.visit.wasCorrected')}
              </Box>
            )}
          </Box>
          {withHousehold && <Box>{visit.household.headName}</Box>}
          {visit.topics.length > 0 && (
            <Box sx={{ fontSize: 14, color: 'text.secondary' }}>
              {visit.topics.map(topicName).join(' · ')}
            </Box>
          )}
          {visit.noteState === 'SUSPECT' && <NoteWaits visit={visit} />}
        </Box>
      ))}
    </Box>
  );
}

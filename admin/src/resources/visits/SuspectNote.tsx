import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMayAt } from '../../providers/abilities';
import { useMe } from '../../providers/me';
import { settleNoteMutation } from '../../providers/privacyDocuments';
import type { Visit } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { useAct } from '../../shared/useAct';
import { NoteWaits } from './NoteWaits';

/** A note that seems to hold secret numbers: masked for all but its author until somebody keeps or removes it. */
export function SuspectNote({ visit }: { visit: Visit }) {
  const translate = useTranslate();
  const isAuthor = useMe()?.person?.id === visit.recordedBy.id;
  const maySettle = useMayAt('visit:settle-note', visit.village.id) || isAuthor;
  const [asking, setAsking] = useState<'keep' | 'remove' | null>(null);
  const act = useAct(settleNoteMutation, 'app.note.settled', () => setAsking(null));
  const word = (key: string) => translate(`app.note.${key}`);
  return (
    <Box
      sx={(theme) => ({
        mt: 2,
        p: 2,
        borderRadius: '8px',
        bgcolor: theme.tokens.attentionWash,
        display: 'grid',
        gap: 1,
        justifyItems: 'start',
      })}
    >
      <NoteWaits visit={visit} />
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{visit.note}</Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {word(isAuthor ? 'authorTeach' : maySettle ? 'settlerTeach' : 'readerTeach')}
      </Typography>
      {maySettle && (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" onClick={() => setAsking('remove')}>
            {word('remove')}
          </Button>
          <Button onClick={() => setAsking('keep')}>{word('keep')}</Button>
        </Box>
      )}
      <ConfirmDialog
        open={asking !== null}
        question={word(asking === 'remove' ? 'removeAsk' : 'keepAsk')}
        confirmLabel={word(asking === 'remove' ? 'remove' : 'keep')}
        isBusy={act.isBusy}
        problem={act.error?.message}
        onConfirm={() => act.run({ visitId: visit.id, keep: asking === 'keep' })}
        onClose={() => {
          setAsking(null);
          act.forget();
        }}
      >
        <Typography sx={{ color: 'text.secondary' }}>
          {word(asking === 'remove' ? 'removeTeach' : 'keepTeach')}
        </Typography>
      </ConfirmDialog>
    </Box>
  );
}

import { Box, TextField } from '@mui/material';
import { useDeferredValue } from 'react';
import { useTranslate } from 'react-admin';
import { Caution } from '../../shared/Caution';
import { noteFindings } from './noteFindings';
import { useNoteWords } from './useNoteWords';

interface NoteFieldProps {
  value: string;
  onChange: (note: string) => void;
  /** Why the server refused it. */
  refused?: string;
}

/** The note of a visit. What must not stand in it is said while it is typed; nothing is ever blocked. */
export function NoteField({ value, onChange, refused }: NoteFieldProps) {
  const translate = useTranslate();
  const kindWords = useNoteWords();
  // While keys are pressed quickly the typing goes first.
  const found = noteFindings(useDeferredValue(value));
  return (
    <>
      <TextField
        label={translate('app.field.note')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        multiline
        minRows={2}
        error={Boolean(refused)}
        helperText={refused ?? translate('app.visit.noteHelp')}
        sx={{ mt: 1.5 }}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      {/* Always there, so that a screen reader hears the warning when it comes. */}
      <Box role="status" sx={{ mt: found.length > 0 ? 1 : 0 }}>
        {found.length > 0 && (
          <Caution>{translate('app.note.typingWarning', { kinds: kindWords(found) })}</Caution>
        )}
      </Box>
    </>
  );
}

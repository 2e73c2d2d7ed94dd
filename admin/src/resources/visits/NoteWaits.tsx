import { useTranslate } from 'react-admin';
import type { Visit } from '../../providers/types';
import { StatusWord } from '../../shared/Status';
import { useNoteWords } from './useNoteWords';

/** ▲ in words: the note of this visit waits for somebody to look at it. */
export function NoteWaits({ visit }: { visit: Pick<Visit, 'noteKinds'> }) {
  const translate = useTranslate();
  const kindWords = useNoteWords();
  return (
    <StatusWord
      status="ATTENTION"
      text={translate('app.note.waits', { kinds: kindWords(visit.noteKinds) })}
    />
  );
}

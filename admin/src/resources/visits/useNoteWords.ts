import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { NoteKind } from '../../providers/types';
import { useAppLocale } from '../../shared/useFormat';

/** "số giấy tờ và mã OTP". */
export function useNoteWords(): (kinds: NoteKind[]) => string {
  const translate = useTranslate();
  const locale = useAppLocale();
  return useCallback(
    (kinds) =>
      new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        kinds.map((kind) => translate(`app.noteKind.${kind}`)),
      ),
    [translate, locale],
  );
}

/**
 * The note of a visit: judged when it is recorded, settled when somebody has looked. It is never a reason to refuse
 * a visit: a phone that sends its day's work in the evening must lose none of it.
 */
import { allow, defineErrors, emit, kernelErrors, problem, type Context } from '../../kernel/index.js';
import { findInNote, kindsOf, maskNote } from '../privacy/index.js';
import { NoteKind, NoteState, type Visit } from './visit.entity.js';
import { VisitNoteSettled } from './visit.events.js';

const noteErrors = defineErrors({
  NOTE_NOT_TO_SETTLE: {
    kind: 'CONFLICT',
    vi: 'Ghi chú này không có gì để xác nhận hay xoá. Hãy tải lại trang để xem.',
    en: 'There is nothing to confirm or remove in this note. Reload the page to see it.',
  },
});

export interface JudgedNote {
  text: string | null;
  state: NoteState;
  kinds: NoteKind[];
  /** What all but the author see while the note waits. */
  masked: string | null;
}

/** What a note holds, and how it is kept. Pure. */
export function judgeNote(note: string | null | undefined): JudgedNote {
  const text = note?.trim() || null;
  if (text === null) return { text, state: NoteState.NONE, kinds: [], masked: null };
  const findings = findInNote(text);
  if (findings.length === 0) return { text, state: NoteState.CLEAR, kinds: [], masked: null };
  const kinds = kindsOf(findings).map((kind) => NoteKind[kind]);
  return { text, state: NoteState.SUSPECT, kinds, masked: maskNote(text, findings) };
}

/** A sentence that nobody settles: whatever looks like a secret is not kept at all. Pure. */
export function withoutSecrets(sentence: string): string {
  return maskNote(sentence, findInNote(sentence));
}

const from: Record<'keep' | 'remove', readonly NoteState[]> = {
  keep: [NoteState.SUSPECT],
  // Also what nothing had found: a secret may be written out in words.
  remove: [NoteState.SUSPECT, NoteState.CLEAR, NoteState.KEPT],
};

/**
 * Lets a note stand for all to see, or takes its text away for good. Its author may, and whoever settles notes in the
 * village. Doing it again changes nothing. Errors: NOT_ALLOWED, NOTE_NOT_TO_SETTLE, CHANGED_MEANWHILE.
 */
export async function settleNoteOf(ctx: Context, visit: Visit, keep: boolean): Promise<void> {
  const { id, householdId, villageId, noteState, noteKinds } = visit;
  if (visit.recordedById !== ctx.identity.personId) allow(ctx, 'visit:settle-note', { orgUnitId: villageId });
  if (noteState === (keep ? NoteState.KEPT : NoteState.REMOVED)) return;
  if (!from[keep ? 'keep' : 'remove'].includes(noteState)) throw problem(noteErrors.NOTE_NOT_TO_SETTLE);
  const [answer] = await ctx.db.query<{ settled: boolean }>('select settle_note($1, $2) as settled', [
    id,
    keep,
  ]);
  if (!answer?.settled) throw problem(kernelErrors.CHANGED_MEANWHILE);
  await emit(ctx, VisitNoteSettled, {
    subject: { type: 'visit', id },
    data: { visitId: id, householdId, villageId, kept: keep, kinds: noteKinds },
  });
}

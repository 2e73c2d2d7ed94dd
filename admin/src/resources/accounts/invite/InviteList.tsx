import { Box, Button, Chip, Paper, Typography } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InviteRow } from '../../../providers/types';
import { ProblemNotice } from '../../../shared/ProblemNotice';
import { useUnits } from '../../../shared/useUnits';
import { isGood, typedDraft, type Draft } from './drafts';
import { InviteLine } from './InviteLine';
import { RowEditor } from './RowEditor';
import { SheetButton } from './SheetButton';
import type { useInvitations } from './useInvitations';

interface InviteListProps {
  invitations: ReturnType<typeof useInvitations>;
  /** Whether another person is being typed below the list. */
  isTyping: boolean;
  setTyping: (isTyping: boolean) => void;
}

/** Everybody who is about to be invited. Lines are plain text and one at a time opens as a form: three hundred stay light. */
export function InviteList({ invitations, isTyping, setTyping }: InviteListProps) {
  const translate = useTranslate();
  const { drafts, ignoredColumns, change, check, read, invite } = invitations;
  const [editing, setEditing] = useState<string | null>(null);
  const [onlyWrong, setOnlyWrong] = useState(false);
  const units = useUnits();
  const unitNames = useMemo(
    () => new Map(units.flatMap(({ id, code, name }) => [[id, name] as const, [code, name] as const])),
    [units],
  );
  const edit = useCallback((key: string) => setEditing(key), []);
  const good = drafts.filter(isGood).length;
  const wrong = drafts.length - good;
  const shown = onlyWrong && wrong > 0 ? drafts.filter((draft) => !isGood(draft)) : drafts;
  const isOpen = editing !== null || isTyping;
  const problem = (invite.error ?? check.error ?? read.error)?.message ?? null;

  const save = (old: Draft | null, row: InviteRow, fullName: string | null) => {
    const next = typedDraft(row, fullName);
    change(
      old
        ? drafts.map((draft) => (draft.key === old.key ? { ...next, key: old.key, line: old.line } : draft))
        : [...drafts, next],
    );
    setEditing(null);
    setTyping(false);
  };
  const drop = (old: Draft) => {
    change(drafts.filter((draft) => draft.key !== old.key));
    setEditing(null);
  };

  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 2.5 } }}>
      {drafts.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
          <Typography variant="h2" sx={{ mr: 'auto' }}>
            {translate('app.invite.count', { smart_count: drafts.length })}
          </Typography>
          {wrong > 0 && (
            <Chip
              label={`▲ ${translate('app.invite.wrong', { smart_count: wrong })}`}
              variant="outlined"
              color={onlyWrong ? 'primary' : 'default'}
              aria-pressed={onlyWrong}
              clickable
              onClick={() => setOnlyWrong(!onlyWrong)}
            />
          )}
        </Box>
      )}
      {ignoredColumns.length > 0 && (
        <Typography sx={{ color: 'text.secondary', fontSize: 14, mb: 1 }}>
          {translate('app.invite.ignored', { columns: ignoredColumns.join(', ') })}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((draft) =>
          editing === draft.key ? (
            <Box component="li" key={draft.key} sx={{ borderTop: 1, borderColor: 'divider', py: 2 }}>
              <RowEditor
                draft={draft}
                onSave={(row, fullName) => save(draft, row, fullName)}
                onCancel={() => setEditing(null)}
                onDrop={() => drop(draft)}
              />
            </Box>
          ) : (
            <InviteLine
              key={draft.key}
              draft={draft}
              number={drafts.indexOf(draft) + 1}
              unitName={unitNames.get(draft.row.orgUnitId ?? draft.row.orgUnitCode ?? '') ?? null}
              onEdit={edit}
            />
          ),
        )}
      </Box>
      {isTyping ? (
        <Box sx={drafts.length > 0 ? { borderTop: 1, borderColor: 'divider', pt: 2 } : undefined}>
          <RowEditor
            draft={null}
            onSave={(row, fullName) => save(null, row, fullName)}
            onCancel={() => setTyping(false)}
          />
        </Box>
      ) : (
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, borderTop: 1, borderColor: 'divider', pt: 1.5 }}
        >
          <Button variant="outlined" onClick={() => setTyping(true)}>
            {translate('app.invite.addPerson')}
          </Button>
          <SheetButton read={read} />
        </Box>
      )}
      <ProblemNotice text={problem && translate(problem, { _: problem })} attempt={invite.submittedAt} />
      {drafts.length > 0 && (
        <Box
          sx={{
            // Out of the way while a form is open.
            position: isOpen ? 'static' : 'sticky',
            bottom: 0,
            bgcolor: 'background.paper',
            borderTop: 1,
            borderColor: 'divider',
            mt: 2,
            pt: 1.5,
            pb: { xs: 1, sm: 0.5 },
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1.5,
            alignItems: 'center',
          }}
        >
          <Button
            variant="contained"
            size="large"
            sx={{ display: good === 0 ? 'none' : undefined }}
            disabled={check.isPending || invite.isPending || isOpen}
            onClick={() => invite.mutate(drafts)}
          >
            {translate(invite.isPending ? 'app.invite.sending' : 'app.invite.send', { smart_count: good })}
          </Button>
          <Typography sx={{ color: 'text.secondary', flex: '1 1 240px' }} role="status">
            {check.isPending
              ? translate('app.invite.checking')
              : wrong > 0
                ? translate('app.invite.wrongStay', { smart_count: wrong })
                : translate('app.invite.allGood')}
          </Typography>
        </Box>
      )}
    </Paper>
  );
}

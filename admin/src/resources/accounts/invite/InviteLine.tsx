import { Box, Button } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../shared/useFormat';
import { problemsOf, type Draft } from './drafts';

interface InviteLineProps {
  draft: Draft;
  /** Its place in the list, from 1: what the server calls its row. */
  number: number;
  unitName: string | null;
  onEdit: (key: string) => void;
}

const quiet = { fontSize: 14, color: 'text.secondary' } as const;

export const InviteLine = memo(function InviteLine({ draft, number, unitName, onEdit }: InviteLineProps) {
  const translate = useTranslate();
  const { pick } = useFormat();
  const { row } = draft;
  const problems = problemsOf(draft);
  const name = draft.fullName ?? row.fullName ?? translate('app.invite.noName');
  const role = [row.role && translate(`app.role.${row.role}`), unitName ?? row.orgUnitCode]
    .filter(Boolean)
    .join(' · ');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '32px 1fr auto', md: '40px 1.1fr 1.4fr 1fr auto' },
        columnGap: 1.5,
        alignItems: 'center',
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        // Lines out of sight cost nothing to lay out.
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 49px',
      }}
    >
      <Box sx={{ ...quiet, textAlign: 'right' }}>{number}</Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {name}
        </Box>
        <Box sx={quiet}>{[row.phone, row.birthYear].filter(Boolean).join(' · ')}</Box>
      </Box>
      <Box sx={{ ...quiet, gridColumn: { xs: 2, md: 3 }, gridRow: { xs: 2, md: 1 } }}>{role}</Box>
      <Box
        sx={{
          ...quiet,
          gridColumn: { xs: 2, md: 4 },
          gridRow: { xs: 3, md: 1 },
          overflowWrap: 'anywhere',
        }}
      >
        {draft.login ?? row.login}
      </Box>
      <Button
        size="small"
        onClick={() => onEdit(draft.key)}
        aria-label={translate('app.invite.editRow', { name })}
        sx={{ gridColumn: { xs: 3, md: 5 }, gridRow: { xs: '1 / span 3', md: 1 } }}
      >
        {translate('ra.action.edit')}
      </Button>
      {problems.length > 0 && (
        <Box
          component="ul"
          sx={{ gridColumn: '2 / -1', m: 0, p: 0, listStyle: 'none', color: 'error.main', fontSize: 14 }}
        >
          {problems.map((problem) => (
            <li key={`${problem.field}${problem.key}`}>
              ■ {pick(problem.messages.vi, problem.messages.en)}
              {draft.line !== null && ` ${translate('app.invite.line', { line: draft.line })}`}
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
});

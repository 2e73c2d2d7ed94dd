import { Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ProblemNotice } from '../../../shared/ProblemNotice';
import { SheetButton, type ReadSheet } from './SheetButton';
import { downloadTemplate } from './template';

interface InviteStartProps {
  read: ReadSheet;
  onType: () => void;
  isAgain: boolean;
}

/** Two ways to begin; both end in the same list. */
export function InviteStart({ read, onType, isAgain }: InviteStartProps) {
  const translate = useTranslate();
  const problem = read.error?.message ?? null;
  return (
    <>
      {isAgain && <Typography variant="h2">{translate('app.invite.again')}</Typography>}
      <ProblemNotice text={problem && translate(problem, { _: problem })} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, gap: 2 }}>
        <Way title={translate('app.invite.byHand')} teach={translate('app.invite.byHandTeach')}>
          <Button variant={isAgain ? 'outlined' : 'contained'} onClick={onType}>
            {translate('app.invite.addPerson')}
          </Button>
        </Way>
        <Way title={translate('app.invite.bySheet')} teach={translate('app.invite.bySheetTeach')}>
          <SheetButton read={read} />
          <Button onClick={() => downloadTemplate(translate)}>{translate('app.invite.template')}</Button>
        </Way>
      </Box>
    </>
  );
}

function Way({ title, teach, children }: { title: string; teach: string; children: ReactNode }) {
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 1, alignContent: 'start' }}>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary' }}>{teach}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>{children}</Box>
    </Paper>
  );
}

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CellStatus } from '../providers/types';
import { StatusWord } from '../shared/Status';
import { warned } from './warned';

const shown: CellStatus[] = ['ON_TRACK', 'ATTENTION', 'BEHIND', 'NO_DATA'];

/** `hasHidden`: some figure on the page is too small to be shown. */
export function Legend({ hasHidden }: { hasHidden: boolean }) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2.5,
        rowGap: 0.5,
        alignItems: 'center',
        fontSize: 14,
        color: 'text.secondary',
      }}
    >
      {shown.map((status) => (
        <StatusWord key={status} status={status} />
      ))}
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
        <Box aria-hidden sx={{ width: 2, height: 12, bgcolor: 'text.primary' }} />
        {translate('app.dashboard.legendTarget')}
      </Box>
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
        <Box
          aria-hidden
          sx={{
            width: 7,
            height: 7,
            transform: 'rotate(45deg)',
            border: '1.5px solid',
            borderColor: 'text.secondary',
            bgcolor: 'background.paper',
          }}
        />
        {translate('app.dashboard.legendToday')}
      </Box>
      <Box component="span" sx={warned}>
        {translate('app.dashboard.hasFlag')}
      </Box>
      {hasHidden && <span title={translate('app.hidden.teach')}>{translate('app.hidden.legend')}</span>}
    </Box>
  );
}

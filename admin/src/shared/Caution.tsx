import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { StatusShape } from './Status';

/** Something to think of before going on: on the amber ground, with its shape. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={(theme) => ({
        display: 'grid',
        gridTemplateColumns: '12px minmax(0, 1fr)',
        columnGap: 1.25,
        p: 1.5,
        borderRadius: '8px',
        bgcolor: theme.tokens.attentionWash,
        '& > svg': { mt: '5px' },
      })}
    >
      <StatusShape status="ATTENTION" />
      <div>{children}</div>
    </Box>
  );
}

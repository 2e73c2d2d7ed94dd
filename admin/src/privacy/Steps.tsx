import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { CellStatus } from '../providers/types';
import { StatusShape } from '../shared/Status';

export interface Step {
  title: string;
  /** ● done, ○ still to come, ■ ended otherwise. */
  shape: CellStatus;
  /** When and by whom, or by when. */
  note?: ReactNode;
  text?: string | null;
}

/** What happened and what comes, from top to bottom. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map(({ title, shape, note, text }) => (
        <Box
          component="li"
          key={title}
          sx={{
            position: 'relative',
            display: 'grid',
            gridTemplateColumns: '12px minmax(0, 1fr)',
            columnGap: 1.5,
            pb: 2,
            '& > svg': { mt: '5px' },
            // The line between one step and the next.
            '&:not(:last-of-type)::after': {
              content: '""',
              position: 'absolute',
              left: '5.5px',
              top: 22,
              bottom: -3,
              borderLeft: '1px solid',
              borderColor: 'divider',
            },
            '&:last-of-type': { pb: 0 },
          }}
        >
          <StatusShape status={shape} />
          <Box>
            <Box sx={{ fontWeight: 500 }}>{title}</Box>
            {note && <Box sx={{ fontSize: 14, color: 'text.secondary' }}>{note}</Box>}
            {text && (
              <Box sx={{ mt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: 640 }}>
                {text}
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

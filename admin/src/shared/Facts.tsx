import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Label and value, line by line; what is not known or does not apply is left out. */
export function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', borderTop: 1, borderColor: 'divider' }}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Box
            key={label}
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              gap: 2,
              py: 0.875,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: 14, flex: '1 1 50%' }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 500, textAlign: 'right', overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
    </Box>
  );
}

import { Box, GlobalStyles } from '@mui/material';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const hiddenPanel = {
  '.print-sheet': { display: 'none' },
  '@media print': {
    'body > *:not(.print-sheet)': { display: 'none !important' },
    '.print-sheet': { display: 'block' },
  },
} as const;

/**
 * What goes to paper instead of the page, for as long as it is mounted: drawn beside the panel, seen by the printer
 * alone. `margin` is the page's; a portrait A4.
 */
export function PrintSheet({ margin, children }: { margin: string; children: ReactNode }) {
  return createPortal(
    <>
      <GlobalStyles styles={{ ...hiddenPanel, '@page': { size: 'A4 portrait', margin } }} />
      <Box className="print-sheet" sx={{ color: '#000', bgcolor: '#fff' }}>
        {children}
      </Box>
    </>,
    document.body,
  );
}

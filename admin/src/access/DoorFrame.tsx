import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Notification } from 'react-admin';
import { useDocumentTitle } from '../shared/useDocumentTitle';

interface DoorFrameProps {
  title: string;
  /** One sentence under the title. */
  teach?: string;
  /** A page with more to fill in than a name and a password. */
  isWide?: boolean;
  children: ReactNode;
}

/** The pages before the panel: one sheet of paper in the middle, one question on it. */
export function DoorFrame({ title, teach, isWide, children }: DoorFrameProps) {
  useDocumentTitle(title);
  return (
    <Box
      sx={{
        minHeight: '100vh',
        display: 'grid',
        placeItems: { xs: 'start center', sm: 'center' },
        p: 2,
        bgcolor: 'background.default',
      }}
    >
      <Paper
        component="main"
        sx={{ p: { xs: 3, sm: 5 }, my: { sm: 3 }, width: '100%', maxWidth: isWide ? 640 : 420 }}
      >
        <Box
          component="img"
          src="/favicon.svg"
          alt=""
          sx={{ width: 44, height: 44, mb: 2, display: 'block' }}
        />
        <Typography variant="h1">{title}</Typography>
        {teach && <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{teach}</Typography>}
        <Box sx={{ mt: 3 }}>{children}</Box>
      </Paper>
      <Notification />
    </Box>
  );
}

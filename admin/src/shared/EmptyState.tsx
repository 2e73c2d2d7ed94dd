import { Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface EmptyStateProps {
  title: string;
  /** One sentence on what belongs here. */
  teach: string;
  action?: { label: string; to: string };
  children?: ReactNode;
}

export function EmptyState({ title, teach, action, children }: EmptyStateProps) {
  return (
    <Paper sx={{ p: { xs: 3, md: 5 }, textAlign: 'center', borderStyle: 'dashed' }}>
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      <Typography sx={{ mt: 1, color: 'text.secondary', maxWidth: 480, mx: 'auto' }}>{teach}</Typography>
      {action && (
        <Button component={Link} to={action.to} variant="outlined" sx={{ mt: 2 }}>
          {action.label}
        </Button>
      )}
      {children}
    </Paper>
  );
}

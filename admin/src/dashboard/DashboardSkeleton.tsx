import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

export const cardGrid = {
  display: 'grid',
  gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, 1fr)' },
  gap: { xs: 1, sm: 1.5 },
  '@media print': { gridTemplateColumns: 'repeat(4, 1fr)', gap: 0.75 },
} as const;

/** The page's own shape while its figures come. */
export function DashboardSkeleton() {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ra.page.loading')}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 3 }}>
        <Skeleton variant="text" width="40%" height={40} />
        <Skeleton variant="text" width="22%" height={40} />
      </Box>
      <Box sx={cardGrid}>
        {Array.from({ length: 8 }, (_, card) => (
          <Skeleton key={card} variant="rounded" height={158} />
        ))}
      </Box>
      <Skeleton variant="text" width={240} height={40} sx={{ mt: 3 }} />
      {Array.from({ length: 10 }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={52} sx={{ mb: 0.5 }} />
      ))}
    </Box>
  );
}

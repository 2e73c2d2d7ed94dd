import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The common shape of a page while it comes: a title, a line of filters, rows. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ra.page.loading')}>
      <Skeleton variant="text" width={260} height={36} />
      <Box sx={{ display: 'flex', gap: 1, my: 1.5 }}>
        <Skeleton variant="rounded" width={240} height={40} />
        <Skeleton variant="rounded" width={110} height={40} />
      </Box>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={44} sx={{ mb: 1 }} />
      ))}
    </Box>
  );
}

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { VisitResult } from '../../providers/types';

const mark: Record<VisitResult, string> = { MET: '●', ABSENT: '○', REFUSED: '■', MOVED: '→' };
const color: Record<VisitResult, string> = {
  MET: 'success.main',
  ABSENT: 'text.secondary',
  REFUSED: 'error.main',
  MOVED: 'text.secondary',
};

export function ResultWord({ result }: { result: VisitResult }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: color[result], fontWeight: 500, fontSize: 14, whiteSpace: 'nowrap' }}>
      <span aria-hidden>{mark[result]}</span> {translate(`app.visitResult.${result}`)}
    </Box>
  );
}

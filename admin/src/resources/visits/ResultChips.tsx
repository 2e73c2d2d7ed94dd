import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { VisitResult } from '../../providers/types';
import { visitResults } from './results';

export function ResultChips({
  value,
  onChange,
}: {
  value: VisitResult | null;
  onChange: (result: VisitResult) => void;
}) {
  const translate = useTranslate();
  return (
    <Box
      role="radiogroup"
      aria-label={translate('app.field.result')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {visitResults.map((result) => (
        <Chip
          key={result}
          role="radio"
          aria-checked={value === result}
          clickable
          label={translate(`app.visitResult.${result}`)}
          color={value === result ? 'primary' : 'default'}
          variant={value === result ? 'filled' : 'outlined'}
          onClick={() => onChange(result)}
          sx={{ height: { xs: 48 }, fontSize: 15, px: 1 }}
        />
      ))}
    </Box>
  );
}

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusShape } from '../../shared/Status';

export function TeamWarnings({ warnings }: { warnings: string[] }) {
  const translate = useTranslate();
  return (
    <>
      {warnings.map((warning) => (
        <Box
          key={warning}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: 14, color: 'warning.main' }}
        >
          <StatusShape status="ATTENTION" size={11} />
          {translate(`app.teamWarning.${warning}`, { _: warning })}
        </Box>
      ))}
    </>
  );
}

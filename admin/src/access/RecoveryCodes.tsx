import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMe } from '../providers/me';
import { CopyButton } from '../shared/CopyButton';
import { formatDate } from '../shared/format';
import { PrintSheet } from '../shared/PrintSheet';

interface RecoveryCodesProps {
  codes: string[];
  doneLabel: string;
  onDone: () => void;
}

const monospace = { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 16 } as const;

/** Shown once. Going on wants a word that they were put away, because a lost telephone without them is a lost account. */
export function RecoveryCodes({ codes, doneLabel, onDone }: RecoveryCodesProps) {
  const translate = useTranslate();
  const login = useMe()?.login ?? '';
  const [isKept, setKept] = useState(false);
  const list = (
    <Box
      component="ol"
      sx={{
        ...monospace,
        m: 0,
        pl: 4,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
        gap: 0.75,
      }}
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </Box>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{translate('app.factor.codesTeach')}</Typography>
      <Box sx={(theme) => ({ bgcolor: theme.tokens.ground, borderRadius: '10px', p: 2 })}>{list}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" startIcon={<PrintOutlined />} onClick={() => window.print()}>
          {translate('app.print')}
        </Button>
        <CopyButton
          variant="outlined"
          label={translate('app.factor.copyCodes')}
          text={() => codes.join('\n')}
        />
      </Box>
      <FormControlLabel
        control={<Checkbox checked={isKept} onChange={(event) => setKept(event.target.checked)} />}
        label={translate('app.factor.kept')}
      />
      <Button variant="contained" size="large" disabled={!isKept} onClick={onDone}>
        {doneLabel}
      </Button>
      <PrintSheet margin="20mm">
        <Typography variant="h2">{translate('app.factor.codesPaper', { login })}</Typography>
        <Typography sx={{ my: 1.5 }}>{translate('app.factor.codesPaperTeach')}</Typography>
        {list}
        <Typography sx={{ mt: 2 }}>
          {translate('app.factor.codesPaperMade', { date: formatDate(new Date().toISOString()) })}
        </Typography>
      </PrintSheet>
    </Box>
  );
}

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../providers/abilities';
import { useMe } from '../providers/me';
import { twoColumns } from '../shared/Panel';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { DevicesPanel } from './DevicesPanel';
import { FactorPanel } from './FactorPanel';
import { MyDelegations } from './MyDelegations';
import { MyKeys } from './MyKeys';
import { PasswordPanel } from './PasswordPanel';

/** "Truy cập của tôi": the doors through which one comes in, and who else may come in for one. */
export function MyAccessPage() {
  const translate = useTranslate();
  const me = useMe();
  const mayMakeKeys = useMay('key:make');
  const title = translate('app.myAccess.title');
  useDocumentTitle(title);
  return (
    <>
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>
        {translate('app.myAccess.signedInAs', { name: me?.person?.fullName ?? '', login: me?.login ?? '' })}
      </Typography>
      <Box sx={twoColumns}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <PasswordPanel />
          <FactorPanel />
          <DevicesPanel />
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <MyDelegations />
          {mayMakeKeys && <MyKeys />}
        </Box>
      </Box>
    </>
  );
}

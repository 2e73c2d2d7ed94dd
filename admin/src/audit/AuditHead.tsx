import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PrintHead } from '../shared/PrintHead';
import { useDocumentTitle } from '../shared/useDocumentTitle';

/** What both halves of the office's memory share: what was done, and who looked. */
export function AuditHead({ tab }: { tab: 'history' | 'readings' }) {
  const translate = useTranslate();
  useDocumentTitle(translate(tab === 'history' ? 'app.history.title' : 'app.reading.title'));
  return (
    <>
      <PrintHead />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {translate('app.history.title')}
          <Box component="span" sx={{ display: 'none', '@media print': { display: 'inline' } }}>
            {` · ${translate(tab === 'history' ? 'app.history.tab' : 'app.reading.tab')}`}
          </Box>
        </Typography>
        <Button
          className="no-print"
          onClick={() => window.print()}
          startIcon={<PrintOutlined />}
          sx={{ color: 'text.primary', display: { xs: 'none', sm: 'inline-flex' } }}
        >
          {translate('app.print')}
        </Button>
      </Box>
      <Tabs className="no-print" value={tab} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Tab component={Link} to="/history" value="history" label={translate('app.history.tab')} />
        <Tab component={Link} to="/history/readings" value="readings" label={translate('app.reading.tab')} />
      </Tabs>
    </>
  );
}

import { Box, Drawer } from '@mui/material';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { ConfirmIdentity } from '../access/ConfirmIdentity';
import { ViewAsBanner } from '../access/ViewAs';
import { ErrorBoundary } from './ErrorBoundary';
import { useLocale, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { LiveProvider } from '../providers/live';
import { PageSkeleton } from '../shared/PageSkeleton';
import { ClockBanner } from './ClockBanner';
import { SideNav, sideNavWidth } from './SideNav';
import { TopBar } from './TopBar';
import { usePrintInDaylight } from './usePrintInDaylight';

/** The frame of every signed-in page. */
export function Shell({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  usePrintInDaylight();

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => {
    setMenuOpen(false);
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <LiveProvider>
      <Box
        component="a"
        href="#main-content"
        sx={{
          position: 'absolute',
          left: -9999,
          '&:focus': { left: 16, top: 8, zIndex: 2000, p: 1, bgcolor: 'background.paper' },
        }}
      >
        {translate('ra.navigation.skip_nav')}
      </Box>
      <Box sx={{ position: 'sticky', top: 0, zIndex: 1100, '@media print': { position: 'static' } }}>
        <TopBar onOpenMenu={() => setMenuOpen(true)} />
        <ClockBanner />
        <ViewAsBanner />
      </Box>
      <Box sx={{ display: 'flex', minHeight: 'calc(100vh - 56px)' }}>
        <Box
          className="no-print"
          sx={{
            display: { xs: 'none', md: 'block' },
            width: sideNavWidth,
            flexShrink: 0,
            borderRight: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ position: 'sticky', top: 84 }}>
            <SideNav />
          </Box>
        </Box>
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            px: { xs: 2, md: 3 },
            pt: { xs: 2, md: 3 },
            pb: 8,
            outline: 'none',
            '@media print': { p: 0 },
          }}
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <Drawer
        open={isMenuOpen}
        onClose={() => setMenuOpen(false)}
        slotProps={{ paper: { sx: { width: 288, borderLeft: 0 } } }}
      >
        <SideNav onNavigate={() => setMenuOpen(false)} />
      </Drawer>
      <ConfirmIdentity />
    </LiveProvider>
  );
}

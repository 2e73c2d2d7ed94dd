import MenuOutlined from '@mui/icons-material/MenuOutlined';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCommuneName } from '../shared/useCommuneName';
import { LiveState } from './LiveState';
import { PersonMenu } from './PersonMenu';

export function TopBar({ onOpenMenu }: { onOpenMenu: () => void }) {
  const translate = useTranslate();
  const communeName = useCommuneName();
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, sm: 2 },
        height: 56,
        px: { xs: 0.5, md: 2 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <IconButton
        onClick={onOpenMenu}
        aria-label={translate('ra.action.open_menu')}
        sx={{ display: { md: 'none' }, color: 'text.primary' }}
      >
        <MenuOutlined />
      </IconButton>
      <Box
        component={Link}
        to="/"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          color: 'text.primary',
          textDecoration: 'none',
          minWidth: 0,
        }}
      >
        <Box
          component="img"
          src="/favicon.svg"
          alt=""
          sx={{ width: 28, height: 28, display: { xs: 'none', sm: 'block' } }}
        />
        <Box sx={{ fontWeight: 600, whiteSpace: 'nowrap', display: { xs: 'none', sm: 'block' } }}>
          {translate('app.name')}
        </Box>
        <Box
          sx={{
            color: { xs: 'text.primary', sm: 'text.secondary' },
            fontWeight: { xs: 600, sm: 400 },
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {communeName}
        </Box>
      </Box>
      <Box sx={{ flex: 1 }} />
      <LiveState />
      <PersonMenu />
    </Box>
  );
}

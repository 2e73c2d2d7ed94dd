import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import TranslateOutlined from '@mui/icons-material/TranslateOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Box, Divider, IconButton, ListItemIcon, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useLogout, useTheme, useTranslate } from 'react-admin';
import { useTheme as useMuiTheme } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { ViewAsDialog } from '../access/ViewAs';
import { useMay } from '../providers/abilities';
import { useMe } from '../providers/me';

export function PersonMenu() {
  const translate = useTranslate();
  const me = useMe();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const [, setTheme] = useTheme();
  const isDark = useMuiTheme().palette.mode === 'dark';
  const mayView = useMay('view:as');
  const [isViewing, setViewing] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = me?.person?.fullName ?? me?.login ?? '';
  const close = () => setAnchor(null);
  const then = (act: () => void) => () => {
    close();
    act();
  };

  return (
    <>
      <Tooltip title={name}>
        <IconButton
          aria-label={translate('app.person.menu', { name })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ color: 'text.primary' }}
        >
          <AccountCircleOutlined />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ paper: { sx: { minWidth: 260 } } }}
      >
        <Box sx={{ px: 2, py: 1 }}>
          <Box sx={{ fontWeight: 600 }}>{name}</Box>
          {me?.positions.map((position) => (
            <Box
              key={`${position.role}${position.orgUnit.id}`}
              sx={{ fontSize: 14, color: 'text.secondary' }}
            >
              {translate(`app.role.${position.role}`)} · {position.orgUnit.name}
            </Box>
          ))}
        </Box>
        <Divider />
        <MenuItem component={Link} to="/my-access" onClick={close}>
          <ListItemIcon>
            <ShieldOutlined fontSize="small" />
          </ListItemIcon>
          {translate('app.myAccess.title')}
        </MenuItem>
        {mayView && (
          <MenuItem onClick={then(() => setViewing(true))}>
            <ListItemIcon>
              <VisibilityOutlined fontSize="small" />
            </ListItemIcon>
            {translate('app.viewAs.menu')}
          </MenuItem>
        )}
        <Divider />
        <MenuItem onClick={then(() => setTheme(isDark ? 'light' : 'dark'))}>
          <ListItemIcon>
            {isDark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
          </ListItemIcon>
          {translate(isDark ? 'app.person.light' : 'app.person.dark')}
        </MenuItem>
        <MenuItem
          onClick={then(() => setLocale(locale === 'vi' ? 'en' : 'vi'))}
          lang={locale === 'vi' ? 'en' : 'vi'}
        >
          <ListItemIcon>
            <TranslateOutlined fontSize="small" />
          </ListItemIcon>
          {translate('app.person.otherLanguage')}
        </MenuItem>
        <Divider />
        <MenuItem onClick={then(() => void logout())}>
          <ListItemIcon>
            <LogoutOutlined fontSize="small" />
          </ListItemIcon>
          {translate('ra.auth.logout')}
        </MenuItem>
      </Menu>
      {isViewing && <ViewAsDialog open onClose={() => setViewing(false)} />}
    </>
  );
}

import { Box, List, ListItemButton, ListItemIcon, ListItemText, ListSubheader } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useMe } from '../providers/me';
import { isCurrent, navigationFor, type NavGroup, type NavItem } from './navigation';

export const sideNavWidth = 216;

function NavLink({
  item,
  icon: Icon,
  onNavigate,
}: {
  item: NavItem;
  icon?: NavGroup['icon'];
  onNavigate?: () => void;
}) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const current = isCurrent(item.to, pathname);
  return (
    <ListItemButton
      component={Link}
      to={item.to}
      selected={current}
      aria-current={current ? 'page' : undefined}
      onClick={onNavigate}
      sx={(theme) => ({
        borderRadius: '8px',
        minHeight: { xs: 48, md: 36 },
        py: 0.25,
        pl: Icon ? 1.25 : 5.25,
        color: 'text.primary',
        '&.Mui-selected': { bgcolor: theme.tokens.accentWash, color: 'primary.main', fontWeight: 600 },
      })}
    >
      {Icon && (
        <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>
          <Icon sx={{ fontSize: 20 }} />
        </ListItemIcon>
      )}
      <ListItemText
        primary={translate(item.label)}
        slotProps={{ primary: { sx: { fontSize: 15, fontWeight: current ? 600 : 400 } } }}
      />
    </ListItemButton>
  );
}

function Group({ group, onNavigate }: { group: NavGroup; onNavigate?: () => void }) {
  const translate = useTranslate();
  const [only, ...others] = group.items;
  if (only && others.length === 0) return <NavLink item={only} icon={group.icon} onNavigate={onNavigate} />;
  const Icon = group.icon;
  return (
    <>
      <ListSubheader
        disableSticky
        component="div"
        sx={{
          bgcolor: 'transparent',
          display: 'flex',
          alignItems: 'center',
          px: 1.25,
          mt: 1,
          mb: 0.25,
          lineHeight: '32px',
          fontSize: 14,
          color: 'text.secondary',
          fontWeight: 500,
        }}
      >
        <Icon sx={{ fontSize: 20, mr: 1.5 }} />
        {translate(group.label)}
      </ListSubheader>
      {group.items.map((item) => (
        <NavLink key={item.to} item={item} onNavigate={onNavigate} />
      ))}
    </>
  );
}

export function SideNav({ onNavigate }: { onNavigate?: () => void }) {
  const translate = useTranslate();
  const me = useMe();
  return (
    <Box component="nav" aria-label={translate('app.nav.label')} sx={{ px: 1, py: 1.5 }}>
      <List component="div" dense disablePadding sx={{ display: 'grid', gap: 0.25 }}>
        {navigationFor(me).map((group) => (
          <Group key={group.label} group={group} onNavigate={onNavigate} />
        ))}
      </List>
    </Box>
  );
}

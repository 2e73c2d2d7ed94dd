import DashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import PrivacyTipOutlined from '@mui/icons-material/PrivacyTipOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import TrackChangesOutlined from '@mui/icons-material/TrackChangesOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { may, type Action } from '../providers/abilities';
import type { Me } from '../providers/types';

export interface NavItem {
  label: string;
  to: string;
  needs: Action;
}

export interface NavGroup {
  label: string;
  icon: SvgIconComponent;
  items: NavItem[];
}

/** As the office thinks, top to bottom. A group of one item is shown as that item. */
const groups: NavGroup[] = [
  {
    label: 'app.nav.overview',
    icon: DashboardOutlined,
    items: [{ label: 'app.nav.overview', to: '/', needs: 'indicator:read' }],
  },
  {
    label: 'app.nav.plan',
    icon: DescriptionOutlined,
    items: [{ label: 'app.nav.plan', to: '/plan', needs: 'plan:read' }],
  },
  {
    label: 'app.nav.villagesAndTeams',
    icon: GroupsOutlined,
    items: [
      { label: 'app.nav.orgUnits', to: '/org-units', needs: 'org:read' },
      { label: 'app.nav.teams', to: '/teams', needs: 'team:read' },
      { label: 'app.nav.people', to: '/people', needs: 'person:read' },
    ],
  },
  {
    label: 'app.nav.homesAndVisits',
    icon: HomeOutlined,
    items: [
      { label: 'app.nav.households', to: '/households', needs: 'household:read' },
      { label: 'app.nav.visits', to: '/visits', needs: 'visit:read' },
      { label: 'app.nav.guidanceSessions', to: '/guidance-sessions', needs: 'visit:read' },
    ],
  },
  {
    label: 'app.nav.indicatorsGroup',
    icon: TrackChangesOutlined,
    items: [
      { label: 'app.nav.indicators', to: '/indicators', needs: 'indicator:read' },
      { label: 'app.nav.dossierMonths', to: '/dossier-months', needs: 'dossier:read' },
    ],
  },
  {
    label: 'app.nav.flags',
    icon: WarningAmberOutlined,
    items: [{ label: 'app.nav.flags', to: '/lag-flags', needs: 'flag:read' }],
  },
  {
    label: 'app.privacy.group',
    icon: PrivacyTipOutlined,
    items: [
      { label: 'app.dataRequest.nav', to: '/data-requests', needs: 'privacy:read' },
      { label: 'app.consent.title', to: '/consents', needs: 'privacy:read' },
      { label: 'app.incident.title', to: '/incidents', needs: 'incident:read' },
      { label: 'app.retention.title', to: '/retention', needs: 'privacy:read' },
    ],
  },
  {
    label: 'app.nav.system',
    icon: SettingsOutlined,
    items: [
      { label: 'app.account.title', to: '/accounts', needs: 'account:read' },
      { label: 'app.key.all', to: '/api-keys', needs: 'account:read' },
      { label: 'app.history.title', to: '/history', needs: 'audit:read' },
      { label: 'app.parameter.title', to: '/parameters', needs: 'parameter:read' },
      { label: 'app.nav.settings', to: '/settings', needs: 'clock:set' },
    ],
  },
];

/** Only what the role may do; an empty group disappears. */
export function navigationFor(me: Me | undefined): NavGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => may(me, item.needs)) }))
    .filter((group) => group.items.length > 0);
}

export function isCurrent(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' || pathname.startsWith('/villages/') : pathname.startsWith(to);
}

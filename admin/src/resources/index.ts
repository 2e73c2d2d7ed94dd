import type { ResourceProps } from 'react-admin';
import { accounts } from './accounts';
import { apiKeys } from './apiKeys';
import { consents } from './consents';
import { dataRequests } from './dataRequests';
import { dossierMonths } from './dossierMonths';
import { guidanceSessions } from './guidanceSessions';
import { households } from './households';
import { incidents } from './incidents';
import { lagFlags } from './lagFlags';
import { memberships } from './memberships';
import { orgUnits } from './orgUnits';
import { people } from './people';
import { teams } from './teams';
import { visits } from './visits';

export const resources: ResourceProps[] = [
  orgUnits,
  teams,
  memberships,
  people,
  households,
  visits,
  guidanceSessions,
  dossierMonths,
  lagFlags,
  dataRequests,
  consents,
  incidents,
  accounts,
  apiKeys,
  { name: 'delegations' },
  { name: 'plan-targets' },
];

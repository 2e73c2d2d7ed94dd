import type { ResourceProps } from 'react-admin';
import { dossierMonths } from './dossierMonths';
import { guidanceSessions } from './guidanceSessions';
import { households } from './households';
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
  { name: 'plan-targets' },
];

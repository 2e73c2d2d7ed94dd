// Who there is: the commune, its organisations and its villages.
import './org.policy.js';

export { Commune, OrgUnit, OrgUnitKind } from './org-unit.entity.js';
export { unitNames } from './org.queries.js';
export { OrgUnitResolver } from './org.resolver.js';
export { getOrgUnit } from './org.service.js';

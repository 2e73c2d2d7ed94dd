// The Public Service Center's register, month by month: the source of the two indicators about online services.
import './dossier.policy.js';

export { DossierMonth } from './dossier-month.entity.js';
export { DossierMonthRecorded } from './dossier.events.js';
export { DossierMonthResolver } from './dossier.resolver.js';

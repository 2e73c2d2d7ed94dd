// The people of the plan. A person is not an account: many members have none.
import './people.policy.js';

export { Person } from './person.entity.js';
export { PersonExportResolver } from './people.export.js';
export { PersonResolver } from './people.resolver.js';
export { getPerson, requirePhone } from './people.service.js';

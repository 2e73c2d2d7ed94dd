import { defineActions } from '../../kernel/index.js';

defineActions({
  'clock:set': 'Set the assumed business date, or return to the real one',
  'jobs:watch': 'See and retry background jobs',
  'key:make': 'Make API keys that do, for scripts, what one may do oneself',
  'view:as': 'Look at the panel as another role sees it, without that role’s data',
  'security:manage': 'Say which roles need a second factor to sign in',
});

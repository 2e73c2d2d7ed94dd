import { defineActions } from '../../kernel/index.js';

defineActions({
  'clock:set': 'Set the assumed business date, or return to the real one',
  'jobs:watch': 'See and retry background jobs',
});

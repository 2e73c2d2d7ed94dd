import { defineActions } from '../../kernel/index.js';

defineActions({
  'plan:read': 'See the plan: its clauses, tasks and targets',
});

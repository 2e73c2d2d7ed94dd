import { defineActions } from '../../kernel/index.js';

defineActions({
  'team:read': 'See the teams and who is in them',
  'team:manage': 'Take people into teams, give them other roles and let them go',
});

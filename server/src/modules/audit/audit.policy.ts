import { defineActions } from '../../kernel/index.js';

defineActions({
  'audit:read': 'See who did what and who read which lists',
});

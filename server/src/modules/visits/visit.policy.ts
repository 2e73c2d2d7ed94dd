import { defineActions } from '../../kernel/index.js';

defineActions({
  'visit:read': 'See visits',
  'visit:record': 'Record and correct visits',
});

import { defineActions } from '../../kernel/index.js';

defineActions({
  'indicator:read': 'See indicators, their values and their history',
  'indicator:recompute': 'Have all values of the commune computed anew',
});

import { defineActions } from '../../kernel/index.js';

defineActions({
  'parameter:read': 'See the dated values that rules and laws set',
  'parameter:manage': 'Enter a new value of a parameter, from a day on',
});

import { defineActions } from '../../kernel/index.js';

defineActions({
  'person:read': 'See the people who work for the plan',
  'person:manage': 'Add people and change their details',
  'person:phone': 'See whole phone numbers of people and households',
});

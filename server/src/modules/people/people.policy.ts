import { defineActions } from '../../kernel/index.js';

defineActions({
  'person:read': 'See the people who work for the plan',
  'person:manage': 'Add people and change their details',
  'person:export': 'Take the list of people out as a file, with a reason',
  'person:phone': 'See whole phone numbers of people and households',
});

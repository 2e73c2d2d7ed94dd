import { defineActions } from '../../kernel/index.js';

defineActions({
  'visit:settle-note': 'Confirm or remove a note that looks like secret or personal numbers',
  'visit:read': 'See visits',
  'visit:record': 'Record and correct visits',
});

import { defineActions } from '../../kernel/index.js';

defineActions({
  'account:read': 'See who can sign in, and where they are signed in',
  'account:manage': 'Invite people, reset access, disable accounts',
  'position:manage': 'Give and end positions',
  'delegation:make': 'Let somebody else do the work of a position until a day',
});

import { defineActions } from '../../kernel/index.js';

// Reading needs no action of its own: who may read visits may read sessions, the same work in another form.
defineActions({
  'session:record': 'Record guidance sessions',
});

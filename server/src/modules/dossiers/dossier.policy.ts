import { defineActions } from '../../kernel/index.js';

defineActions({
  'dossier:read': 'See the register of dossiers and online transactions',
  'dossier:record': 'Record the register’s figures of a month',
});

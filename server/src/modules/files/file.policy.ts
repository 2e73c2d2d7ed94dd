import { defineActions } from '../../kernel/index.js';

defineActions({
  'file:upload': 'Hand in a file for a purpose one may carry out',
});

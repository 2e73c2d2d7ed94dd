import { defineActions } from '../../kernel/index.js';

defineActions({
  'org:read': 'See the commune and its organisations',
  'org:manage': 'Add, rename and close organisations and villages',
});

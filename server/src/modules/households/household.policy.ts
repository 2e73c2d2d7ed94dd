import { defineActions } from '../../kernel/index.js';

defineActions({
  'household:export': 'Take lists of households and visits out as a file, with a reason',
  'household:read': 'See the homes of the roster',
  'household:manage': 'Add homes to the roster and change them',
  'household:verify': 'Confirm that a row of the roster is right',
});

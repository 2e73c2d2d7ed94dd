import { defineActions } from '../../kernel/index.js';

defineActions({
  'privacy:read': 'See consents and the requests of people about their data',
  'privacy:manage': 'Record and decide the requests of people about their data',
  'consent:record': 'Record and withdraw a consent',
  'incident:read': 'See incidents with personal data',
  'incident:record': 'Record an incident and what was done about it',
  'figure:small': 'See counts of fewer than five',
});

// Who has an account, which positions they hold, and who stands in for whom.
import './account.policy.js';

// Files that come in and go out: checked, bounded, short-lived.
import './file.policy.js';

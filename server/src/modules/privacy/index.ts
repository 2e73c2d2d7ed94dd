// What people may expect of us: consent, requests, incidents, retention, and notes that hold what they should not.
import './privacy.policy.js';

export { findInNote, kindsOf, maskNote, type NoteKindCode } from './note-findings.js';

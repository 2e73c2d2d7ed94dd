// What a rule or a law says today: dated values with their legal basis, never constants in code.
import './parameter.policy.js';

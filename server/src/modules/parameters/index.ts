// What a rule or a law says today: dated values with their legal basis, never constants in code.
import './parameter.policy.js';
import './holidays.js';

export { workingDaysAfter } from './holidays.js';
export { defineParameter, type Bilingual, type ParameterDefinition } from './parameter.definition.js';
export { ParameterResolver, ParameterValueResolver } from './parameter.resolver.js';
export { parameterOn } from './parameter.service.js';
export { BilingualText } from './parameter.types.js';

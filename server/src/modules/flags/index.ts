// Which villages lag, why, and since when. Flags follow recomputes (closing) and a daily evaluation (opening).
import './flag.policy.js';
import { behindPace } from './behind-pace.js';
import { registerDetector } from './detector.js';
import { noActivity } from './no-activity.js';
import './flag.jobs.js';

registerDetector(behindPace);
registerDetector(noActivity);

export { explainFlag, outlineFlag, type Evidence, type SeverityCode } from './detector.js';
export { sweepFlags } from './flag.jobs.js';
export { evaluateFlags } from './flag.service.js';
export { LagFlag, Severity } from './lag-flag.entity.js';
export { LagFlagResolver } from './lag-flag.resolver.js';

/**
 * What a lag flag is raised for. A detector is pure: it turns a village's facts into observations, and an
 * observation's evidence into a sentence. Later modules register theirs at boot.
 */
import type { ComparatorCode } from '../indicators/index.js';

export type SeverityCode = 'YELLOW' | 'RED';
export type Evidence = Readonly<Record<string, string | number | null>>;

export interface TargetFacts {
  indicatorCode: string;
  comparator: ComparatorCode;
  targetPercent: number;
  baselinePercent: number;
  startsOn: string;
  dueOn: string;
  numerator: number | null;
  denominator: number | null;
}

/** All that detectors judge of one village of today, read by one statement for all villages. */
export interface VillageFacts {
  villageId: number;
  planStartsOn: string;
  villageValidFrom: string;
  teamFoundedOn: string | null;
  households: number;
  /** Homes where somebody was met, or that a session reached, since the plan began. */
  householdsReached: number;
  lastVisitOn: string | null;
  targets: TargetFacts[];
}

export interface Thresholds {
  /** Past this the condition holds. */
  yellow: number;
  red: number;
  /** How far the measure must come back before a flag closes, or a red one turns yellow: so it doesn't flap. */
  band: number;
}

export interface Observation {
  reason: string;
  /** Null for what isn't about one indicator. */
  indicatorCode: string | null;
  thresholds: Thresholds;
  /** Whether the measure is past a threshold, exactly. Constantly false where the condition can't apply. */
  isPast: (threshold: number) => boolean;
  evidence: Evidence;
}

export interface Sentences {
  vi: string;
  en: string;
}

export interface Detector {
  reason: string;
  observe(village: VillageFacts, day: string): Observation[];
  /** Says what the evidence shows, with its figures. */
  explain(evidence: Evidence, indicatorCode: string | null): Sentences;
  /** The entries of its evidence that count people or homes; small ones are not for everybody. */
  counts: readonly string[];
  /** Says what is amiss without any count; needed where there are some. */
  outline?(evidence: Evidence, indicatorCode: string | null): Sentences;
}

const detectors = new Map<string, Detector>();

export function registerDetector(detector: Detector): void {
  if (detectors.has(detector.reason)) throw new Error(`Detector ${detector.reason} is registered twice`);
  if (detector.counts.length > 0 && !detector.outline)
    throw new Error(`Detector ${detector.reason} counts people and has no sentence without counts`);
  detectors.set(detector.reason, detector);
}

export function observeVillage(village: VillageFacts, day: string): Observation[] {
  return [...detectors.values()].flatMap((detector) => detector.observe(village, day));
}

interface ShownFlag {
  reason: string;
  indicatorCode: string | null;
  evidence: Evidence;
}

export function explainFlag({ reason, indicatorCode, evidence }: ShownFlag): Sentences {
  return detectorOf(reason).explain(evidence, indicatorCode);
}

/** The same without counts of people and homes, for those who may not see small ones. */
export function outlineFlag({ reason, indicatorCode, evidence }: ShownFlag): Sentences {
  const detector = detectorOf(reason);
  return detector.outline?.(evidence, indicatorCode) ?? detector.explain(evidence, indicatorCode);
}

/** The evidence without counts of people and homes. Those of days gone by would tell what is hidden today. */
export function evidenceWithoutCounts({ reason, evidence }: ShownFlag): Evidence {
  const { counts } = detectorOf(reason);
  return Object.fromEntries(Object.entries(evidence).filter(([name]) => !counts.includes(name)));
}

function detectorOf(reason: string): Detector {
  const detector = detectors.get(reason);
  if (!detector) throw new Error(`No detector explains ${reason}`);
  return detector;
}

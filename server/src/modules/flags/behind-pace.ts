/** BEHIND_PACE: an indicator is more than 5 points behind its path to the target; red from 15. */
import { expectationOn, findIndicator, hasData, isBehindBy, meets } from '../indicators/index.js';
import type { Detector, Evidence, Observation, TargetFacts, Thresholds, VillageFacts } from './detector.js';
import { isExempt } from './exemption.js';
import { count, dayOf, tenths } from './wording.js';

const thresholds: Thresholds = { yellow: 5, red: 15, band: 2 };

interface PaceEvidence {
  onDay: string;
  numerator: number;
  denominator: number;
  expectedBasisPoints: number;
  comparator: string;
  targetPercent: number;
  baselinePercent: number;
  startsOn: string;
  dueOn: string;
}

function observe(village: VillageFacts, day: string): Observation[] {
  const exempt = isExempt(village, day);
  return village.targets.flatMap((target) => observeTarget(target, exempt, day) ?? []);
}

function observeTarget(target: TargetFacts, exempt: boolean, day: string): Observation | null {
  if (!hasData(target)) return null;
  const expectation = expectationOn(target, day);
  const { numerator, denominator, comparator, targetPercent, baselinePercent, startsOn, dueOn } = target;
  const nothingToSay = exempt || meets(target, comparator, targetPercent);
  const evidence: PaceEvidence = {
    onDay: day,
    numerator,
    denominator,
    expectedBasisPoints: Math.ceil(expectation.scaled / expectation.days),
    comparator,
    targetPercent,
    baselinePercent,
    startsOn,
    dueOn,
  };
  return {
    reason: 'BEHIND_PACE',
    indicatorCode: target.indicatorCode,
    thresholds,
    isPast: (points) => !nothingToSay && isBehindBy(target, expectation, points),
    evidence: { ...evidence },
  };
}

function explain(shown: Evidence, indicatorCode: string | null) {
  const evidence = shown as unknown as PaceEvidence;
  const name = findIndicator(indicatorCode ?? '');
  // Achieved down, expected up, and the gap is their difference: the sentence adds up as it is read, and a
  // gap past 5 never reads 5,0.
  const reached = Math.floor((evidence.numerator * 1000) / evidence.denominator);
  const asked = Math.ceil(evidence.expectedBasisPoints / 10);
  const [now, path, gap] = [tenths(reached, '%'), tenths(asked, '%'), tenths(asked - reached, '')];
  const [part, whole] = [count(evidence.numerator), count(evidence.denominator)];
  const aim = aimOf(evidence);
  const [day, due] = [dayOf(evidence.onDay), dayOf(evidence.dueOn)];
  return {
    vi: `${name?.nameVi ?? indicatorCode} đạt ${now.vi} (${part.vi}/${whole.vi}), lộ trình đến ngày ${day} là ${path.vi}: chậm ${gap.vi} điểm phần trăm. Mục tiêu ${aim.vi}, hạn ${due}.`,
    en: `${name?.nameEn ?? indicatorCode}: ${now.en} (${part.en}/${whole.en}), the path asks for ${path.en} on ${day}: ${gap.en} points behind. Target ${aim.en} by ${due}.`,
  };
}

function aimOf({ comparator, targetPercent }: PaceEvidence) {
  const more = comparator === 'GT';
  return {
    vi: more ? `trên ${targetPercent}%` : `từ ${targetPercent}%`,
    en: `${more ? 'above' : 'at least'} ${targetPercent}%`,
  };
}

// No percentage of what was reached either: with the number of homes it would be a count.
function outline(shown: Evidence, indicatorCode: string | null) {
  const evidence = shown as unknown as PaceEvidence;
  const name = findIndicator(indicatorCode ?? '');
  const [aim, day, due] = [aimOf(evidence), dayOf(evidence.onDay), dayOf(evidence.dueOn)];
  return {
    vi: `${name?.nameVi ?? indicatorCode} chậm hơn lộ trình đến ngày ${day}. Mục tiêu ${aim.vi}, hạn ${due}.`,
    en: `${name?.nameEn ?? indicatorCode}: behind the path on ${day}. Target ${aim.en} by ${due}.`,
  };
}

export const behindPace: Detector = {
  reason: 'BEHIND_PACE',
  observe,
  explain,
  counts: ['numerator', 'denominator'],
  outline,
};

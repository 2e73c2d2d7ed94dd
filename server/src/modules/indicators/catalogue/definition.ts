/**
 * What an indicator is. Each file beside this one defines one indicator; forms, columns, charts, exports
 * and the recompute iterate over the catalogue, so a new indicator is one file and one line in index.ts.
 *
 * An indicator counts whole things: its value is a numerator and a denominator, never a percentage.
 */

/** Where a value exists: computed for a village, or for the commune. */
export type GrainCode = 'VILLAGE' | 'COMMUNE';

interface Wording {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** For a column head or a chart. */
  readonly shortVi: string;
  readonly shortEn: string;
  readonly numeratorVi: string;
  readonly numeratorEn: string;
  readonly denominatorVi: string;
  readonly denominatorEn: string;
  readonly grains: readonly GrainCode[];
  /** Raised whenever the formula changes; every stored value carries the version that made it. */
  readonly formulaVersion: number;
}

/**
 * SQL aggregates over `household_state s`, computed for all household indicators by one scan.
 * `unknown` counts the homes whose answer nobody knows yet: they stay in the denominator as not achieved.
 */
export interface HouseholdIndicator extends Wording {
  readonly source: 'VISITS';
  readonly numerator: string;
  readonly denominator: string;
  readonly unknown: string;
}

/** SQL aggregates over `dossier_month d`, the months of the Service Center's register in the plan's time. */
export interface RegisterIndicator extends Wording {
  readonly source: 'DOSSIER_REGISTER';
  readonly numerator: string;
  readonly denominator: string;
}

export type IndicatorDefinition = HouseholdIndicator | RegisterIndicator;

/** Parameters of the recompute statement that a household indicator's SQL may use. */
export const TODAY = '$2::date';
export const PLAN_STARTS_ON = '$3::date';
export const PLAN_ENDS_ON = '$4::date';

/** The denominator of what counts households. */
export const ALL_HOUSEHOLDS = 'count(*)';

type PeopleCount = 'adults_with_smartphone' | 'adults_with_epayment' | 'vneid_level2' | 'health_book';

/**
 * Σ of a count of people over Σ of the people it is counted among. A home whose `among` is unknown adds
 * to neither (there is no zero to assume), and no home adds more people than it has.
 */
export function shareOfPeople(count: PeopleCount, among: 'adults' | 'citizens14') {
  return {
    numerator: `sum(least(s.${count}, s.${among})) filter (where s.${among} is not null and s.${count} is not null)`,
    denominator: `sum(s.${among})`,
    unknown: `count(*) filter (where s.${among} is null or (s.${among} > 0 and s.${count} is null))`,
  };
}

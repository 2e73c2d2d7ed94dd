import type { HouseholdIndicator, IndicatorDefinition, RegisterIndicator } from './definition.js';
import { epayment } from './epayment.js';
import { healthBook } from './health-book.js';
import { householdSkills } from './household-skills.js';
import { householdsGuided } from './households-guided.js';
import { onlineDossiers } from './online-dossiers.js';
import { smartphone } from './smartphone.js';
import { vneidLevel2 } from './vneid-level2.js';
import { vneidServiceUsers } from './vneid-service-users.js';

/** Every indicator, in the plan's order. */
export const catalogue: readonly IndicatorDefinition[] = [
  householdSkills,
  onlineDossiers,
  epayment,
  smartphone,
  vneidServiceUsers,
  householdsGuided,
  healthBook,
  vneidLevel2,
];

export const householdIndicators = catalogue.filter(
  (indicator): indicator is HouseholdIndicator => indicator.source === 'VISITS',
);

export const registerIndicators = catalogue.filter(
  (indicator): indicator is RegisterIndicator => indicator.source === 'DOSSIER_REGISTER',
);

const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));

export function findIndicator(code: string): IndicatorDefinition | undefined {
  return byCode.get(code);
}

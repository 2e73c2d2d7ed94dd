import { addDays } from '../../kernel/index.js';
import type { VillageFacts } from './detector.js';

/** A new team gets this long before it can lag (default). */
const GRACE_DAYS = 14;

/** No flag for a village whose homes are all reached, for one without homes, or while its team is new. */
export function isExempt(village: VillageFacts, day: string): boolean {
  if (village.householdsReached >= village.households) return true;
  return village.teamFoundedOn !== null && day < addDays(village.teamFoundedOn, GRACE_DAYS);
}

import type { PlanClause } from '../providers/types';

interface PlacedClause {
  clause: PlanClause;
  depth: number;
}

/** The parts I, II, III … that a reader looks for first. */
export const isPart = ({ clause, depth }: PlacedClause): boolean => depth === 0 && clause.kind !== 'ITEM';

/** The clauses as one reads them: every clause under its parent, siblings in the plan's order. */
export function inReadingOrder(clauses: PlanClause[]): PlacedClause[] {
  const known = new Set(clauses.map((clause) => clause.code));
  const children = (parentCode: string | null) =>
    clauses
      .filter(
        (clause) =>
          (clause.parentCode && known.has(clause.parentCode) ? clause.parentCode : null) === parentCode,
      )
      .sort((one, other) => one.ordinal - other.ordinal);
  const walk = (parentCode: string | null, depth: number): PlacedClause[] =>
    children(parentCode).flatMap((clause) => [{ clause, depth }, ...walk(clause.code, depth + 1)]);
  return walk(null, 0);
}

import type { Position } from '../../providers/types';

export const isOver = ({ validTo }: Position, today: string): boolean => validTo !== null && validTo <= today;

/** What is held on this day: neither over nor still to come. */
export const heldOn = (positions: Position[], today: string): Position[] =>
  positions.filter((position) => position.validFrom <= today && !isOver(position, today));

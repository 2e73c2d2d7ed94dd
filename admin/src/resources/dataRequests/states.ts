import type { CellStatus, DataRequestKind, DataRequestState } from '../../providers/types';

export const dataRequestKinds: DataRequestKind[] = [
  'ACCESS',
  'CORRECT',
  'DELETE',
  'RESTRICT',
  'OBJECT',
  'WITHDRAW_CONSENT',
];

export const dataRequestStates: DataRequestState[] = ['RECEIVED', 'ANSWERED', 'COMPLETED', 'REFUSED'];

/** The shape of a state: ▲ somebody waits for an answer, ○ under way, ● done, ■ refused. */
export const shapeOfState: Record<DataRequestState, CellStatus> = {
  RECEIVED: 'ATTENTION',
  ANSWERED: 'NO_DATA',
  COMPLETED: 'MET',
  REFUSED: 'BEHIND',
};

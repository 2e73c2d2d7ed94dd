import type { CellStatus, IncidentDataKind, IncidentSeverity, IncidentState } from '../../providers/types';

export const incidentStates: IncidentState[] = ['OPEN', 'REPORTED', 'CLOSED'];

/** ▲ under way, ○ told to the authority and waiting to be closed, ● closed. */
export const shapeOfState: Record<IncidentState, CellStatus> = {
  OPEN: 'ATTENTION',
  REPORTED: 'NO_DATA',
  CLOSED: 'MET',
};

/** How bad, mildest first. */
export const severities: IncidentSeverity[] = ['LOW', 'MEDIUM', 'HIGH'];

/** What data was touched. */
export const dataKinds: IncidentDataKind[] = ['NAME', 'PHONE', 'ADDRESS', 'NOTE', 'ACCOUNT', 'OTHER'];

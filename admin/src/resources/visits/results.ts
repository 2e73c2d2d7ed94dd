import type { VisitResult } from '../../providers/types';

export const visitResults: VisitResult[] = ['MET', 'ABSENT', 'REFUSED', 'MOVED'];

/** The checklist of digital skills, version 1: a home is skilled when one adult does three of the five unaided. */
export const skillsVersion = 1;
export const skillCodes = [
  'VNEID_LOGIN',
  'ONLINE_PROCEDURE',
  'CASHLESS_PAYMENT',
  'FIND_INFORMATION',
  'RECOGNISE_SCAM',
];

/** The counts asked at the door, and the total that bounds each. */
export const countFields = [
  { field: 'adultsWithSmartphone', of: 'adults' },
  { field: 'adultsWithEpayment', of: 'adults' },
  { field: 'vneidLevel2', of: 'citizens14' },
  { field: 'healthBook', of: 'citizens14' },
] as const;

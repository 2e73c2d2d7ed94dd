// The checklist that says whether a household has digital skills: one adult does these tasks unaided. Versioned;
// a household is skilled with at least three of the five, for twelve months (settings of ours, not law).

export const checklistVersion = 1;
export const skillsNeeded = 3;

export const checklist: readonly string[] = [
  'VNEID_LOGIN',
  'ONLINE_PROCEDURE',
  'CASHLESS_PAYMENT',
  'FIND_INFORMATION',
  'RECOGNISE_SCAM',
];

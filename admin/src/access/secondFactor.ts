import { mySecondFactorQuery } from '../providers/accessDocuments';
import { query } from '../providers/client';
import type { SecondFactorState } from '../providers/types';

export const secondFactorKey = ['second-factor'];

export const askSecondFactor = (): Promise<SecondFactorState> =>
  query<{ mySecondFactor: SecondFactorState }>(mySecondFactorQuery).then((answer) => answer.mySecondFactor);

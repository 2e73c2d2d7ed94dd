/** The caller themself, and who comes in. */
import { abilitiesTold } from './caller.js';
import type { TypeModel } from './model.js';

export const accessModel: Record<string, TypeModel> = {
  Me: {
    needs: 'anybody',
    unforetold: ['clock'],
    values: {
      login: (_, { caller }) => caller.login,
      person: (_, { caller, world }) => world.person.find(({ id }) => id === caller.personId) ?? null,
      commune: (_, { caller, world }) => world.commune.find(({ id }) => id === caller.communeId) ?? null,
      positions: (_, { caller }) => caller.held,
      abilities: (_, { caller }) => abilitiesTold(caller),
    },
  },
  Myself: { needs: 'anybody' },
  MyPosition: {
    needs: 'anybody',
    values: {
      orgUnit: ({ orgUnitId }, { world }) => world.orgUnit.find(({ id }) => id === orgUnitId),
    },
  },
  MyUnit: { needs: 'anybody' },
  Ability: { needs: 'anybody' },
  BusinessClockState: { needs: 'anybody', unforetold: ['*'] },
};

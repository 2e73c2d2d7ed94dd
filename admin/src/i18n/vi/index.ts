import { app } from './app';
import { ra } from './ra';
import { nouns } from './nouns';
import { words } from './words';

export const vi = { ra, app: { ...app, ...nouns, ...words } };

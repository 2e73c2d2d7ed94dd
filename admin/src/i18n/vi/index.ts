import { access } from './access';
import { app } from './app';
import { ra } from './ra';
import { audit } from './audit';
import { nouns } from './nouns';
import { privacy } from './privacy';
import { words } from './words';

export const vi = { ra, app: { ...app, ...nouns, ...words, ...access, ...audit, ...privacy } };

import english from 'ra-language-english';
import { access } from './access';
import { app } from './app';
import { audit } from './audit';
import { nouns } from './nouns';
import { privacy } from './privacy';
import { words } from './words';

export const en = { ra: english.ra, app: { ...app, ...nouns, ...words, ...access, ...audit, ...privacy } };

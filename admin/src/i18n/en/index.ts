import english from 'ra-language-english';
import { app } from './app';
import { nouns } from './nouns';
import { words } from './words';

export const en = { ra: english.ra, app: { ...app, ...nouns, ...words } };

/** The entry of `npm run bench`; suite.mjs is the story. */
import { underOurNode } from '../launcher/our-node.mjs';

if (underOurNode(import.meta.url)) await import('./suite.mjs');

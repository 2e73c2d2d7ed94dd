/** The entry of `npm test`; suite.mjs is the story. */
import { underOurNode } from './our-node.mjs';

if (underOurNode(import.meta.url)) await import('./suite.mjs');

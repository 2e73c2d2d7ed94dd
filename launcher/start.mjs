/** The entry of `npm start`; launch.mjs is the story. */
import { underOurNode } from './our-node.mjs';

if (underOurNode(import.meta.url)) await import('./launch.mjs');

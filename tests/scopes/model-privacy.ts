/** Personal data as such: consents, requests, incidents, and what was done with it. */
import type { TypeModel } from './model.js';

export const privacyModel: Record<string, TypeModel> = {};

/** Every fact that the server writes has a sentence in both languages: a new one fails here, not on screen. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { audit as english } from '../i18n/en/audit';
import { audit as vietnamese } from '../i18n/vi/audit';

const modules = new URL('../../../server/src/modules/', import.meta.url);
const types = globSync('*/*.events.ts', { cwd: modules })
  .map((file) => readFileSync(new URL(file, modules), 'utf8'))
  .flatMap((source) => [...source.matchAll(/defineEvent\(\s*'(\w+)'/g)].map((found) => found[1]));

describe('the facts of the history', () => {
  test('are found where the server defines them', () => {
    expect(types).toContain('HouseholdChanged');
  });
  test.each(types)('%s has its sentence', (type) => {
    expect(vietnamese.historyDid).toHaveProperty(type as string);
    expect(english.historyDid).toHaveProperty(type as string);
  });
});

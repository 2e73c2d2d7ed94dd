import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { everyAction } from '../kernel/index.js';
import { roles } from '../roles.js';
import { permissionsText } from './permissions.js';

/** The cells of a role's row in the last table, by action. */
function grantsIn(text: string, role: string): Record<string, string> {
  const lines = text.slice(text.indexOf('## Who may do what')).split('\n');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  const [, ...actions] = cells(lines.find((line) => line.startsWith('| Role'))!);
  const [, ...reaches] = cells(lines.find((line) => line.startsWith(`| \`${role}\``))!);
  return Object.fromEntries(
    actions.map((action, place) => [action, reaches[place] ?? '']).filter(([, reach]) => reach),
  );
}

test('docs/permissions.md is what the roles and policies say: `tungnha permissions --write` makes it so', () => {
  const committed = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
  expect(committed).toBe(permissionsText());
});

test('every role has a row with just its grants, every action a meaning', () => {
  const text = permissionsText();
  for (const [role, { title, may }] of Object.entries(roles)) {
    expect(grantsIn(text, role)).toEqual(may);
    expect(text).toContain(title.vi);
    expect(text).toContain(title.en);
  }
  for (const { action, meaning } of everyAction()) {
    expect(text).toMatch(new RegExp(`\\| \`${action}\` +\\| .${meaning.slice(1)}`));
  }
});

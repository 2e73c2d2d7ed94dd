import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { everyAction } from '../kernel/index.js';
import { roles } from '../roles.js';
import { permissionsText } from './permissions.js';

/** The cells of a role's column in the table of grants, by action. */
function grantsIn(text: string, role: string): Record<string, string> {
  const [, part = ''] = text.split('## Who may do what');
  const [head = [], , ...rows] = part
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const place = head.indexOf(role);
  return Object.fromEntries(
    rows.map((cells) => [cells[0]!, cells[place] ?? ''] as const).filter(([, reach]) => reach),
  );
}

test('docs/permissions.md is what the roles and policies say: `tungnha permissions --write` makes it so', () => {
  const committed = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
  expect(committed).toBe(permissionsText());
});

test('every role has a column with just its grants, every action a meaning', () => {
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

test('every operation says what it needs', () => {
  const text = permissionsText();
  expect(text).toMatch(/\| Mutation\.signIn +\| `anyone` +\|/);
  expect(text).toMatch(/\| Query\.households +\| `household:read` +\|/);
  expect(text).toMatch(/\| Person\.birthYear +\| `person:manage` +\|/);
  expect(text).not.toContain('undefined');
});

/** docs/security.md leaves no requirement of ASVS 5.0.0, levels 1 and 2, out, and names nothing that is not there. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** Sections and how many of their requirements are of level 1 or 2; those of level 3 stand last in each (OWASP's own list). */
const sections: Record<string, number> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2 },
  ...{ 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2 },
  ...{ 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3 },
  ...{ 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5, 'V6.6': 3, 'V6.8': 4 },
  ...{ 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2 },
  ...{ 'V8.1': 2, 'V8.2': 3, 'V8.3': 1, 'V8.4': 1 },
  ...{ 'V9.1': 3, 'V9.2': 4 },
  ...{ 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11, 'V10.5': 5, 'V10.6': 2, 'V10.7': 3 },
  ...{ 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4 },
  ...{ 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5 },
  ...{ 'V14.1': 2, 'V14.2': 4, 'V14.3': 3 },
  ...{ 'V15.1': 3, 'V15.2': 3, 'V15.3': 7 },
  ...{ 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
};

interface Row {
  numbers: string[];
  state: string;
  text: string;
}

/** "V4.4.1-4" stands for four requirements. */
function numbersOf(cell: string): string[] {
  const [, section, first, last] = /^(V\d+\.\d+)\.(\d+)(?:-(\d+))?$/.exec(cell)!;
  const count = Number(last ?? first) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${section}.${Number(first) + index}`);
}

const rows: Row[] = readFileSync(new URL('docs/security.md', root), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [cell, state, text] = line
      .split('|')
      .slice(1)
      .map((part) => part.trim());
    return { numbers: numbersOf(cell!), state: state!, text: text! };
  });

describe('docs/security.md', () => {
  test('judges every requirement of levels 1 and 2 once, in order', () => {
    const wanted = Object.entries(sections).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    );
    expect(wanted).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(wanted);
  });

  test('says met, n/a or open, and why', () => {
    const wrong = rows.filter(
      ({ state, text }) => !['met', 'n/a', 'open'].includes(state) || text.length < 5,
    );
    expect(wrong).toEqual([]);
  });

  test('names only files that are there', () => {
    const named = rows.flatMap(({ text }) =>
      [...text.matchAll(/`([\w./-]+\.[a-z]+)`/g)].map(([, path]) => path!),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

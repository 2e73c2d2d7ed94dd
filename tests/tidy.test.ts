/** Rules of the house that lint cannot say. */
import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate, visit, type DocumentNode } from 'graphql';
import { scoreboardQuery } from '../admin/src/providers/documents.js';
import { savedOperations } from '../server/src/http/saved-operations.js';
import { configSchema } from '../server/src/kernel/config.js';
import { everyProblem } from '../server/src/kernel/index.js';
import '../server/src/modules.js';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const files = (...patterns: string[]) =>
  globSync(patterns, { cwd: root.pathname }).filter(
    (path) => !path.includes('/dist/') && !path.includes('node_modules'),
  );
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path);

interface Import {
  file: string;
  path: string;
}
/** What the files of a folder import with a relative path, as paths from the root. */
function importsOf(folder: string): Import[] {
  return files(`${folder}/**/*.ts`)
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      [...read(file).matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, path]) => ({
        file,
        path: new URL(path!, new URL(file, root)).pathname.slice(root.pathname.length),
      })),
    );
}

describe('imports', () => {
  const order = [...read('server/src/modules.ts').matchAll(/modules\/([\w-]+)\/index\.js/g)].map(
    ([, name]) => name!,
  );

  test('modules.ts lists every module once', () => {
    const folders = new Set(files('server/src/modules/*/index.ts').map((path) => path.split('/')[3]!));
    expect(order.toSorted()).toEqual([...folders].toSorted());
  });

  test.each(order)('%s imports only modules above it in modules.ts, by their index', (name) => {
    const above = new Set(order.slice(0, order.indexOf(name)));
    const wrong = importsOf(`server/src/modules/${name}`).filter(({ path }) => {
      const [, other, file] = /^server\/src\/modules\/([\w-]+)\/(.*)$/.exec(path) ?? [];
      if (other === undefined || other === name) return false;
      return !above.has(other) || file !== 'index.js';
    });
    expect(wrong).toEqual([]);
  });

  test('the kernel imports nothing but itself', () => {
    const imports = importsOf('server/src/kernel');
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter(({ path }) => !path.startsWith('server/src/kernel/'))).toEqual([]);
  });
});

describe('files', () => {
  const longest = 350;
  const sources = files('server/src/**/*.ts', 'admin/src/**/*.{ts,tsx}').filter(
    (path) => !path.includes('/i18n/'),
  );

  test(`have at most ${longest} lines`, () => {
    expect(sources.length).toBeGreaterThan(150);
    const long = sources.filter((path) => read(path).split('\n').length - 1 > longest);
    expect(long).toEqual([]);
  });

  test('leave no to-do behind', () => {
    const marks = /\b(TODO|FIXME|XXX)\b/;
    const everything = files(
      '{server,admin,launcher,tests,bench,docs,docker}/**/*.{ts,tsx,mjs,sql,md,graphql}',
      '*.md',
    );
    expect(everything.length).toBeGreaterThan(250);
    expect(everything.filter((path) => path !== 'tests/tidy.test.ts' && marks.test(read(path)))).toEqual([]);
  });

  test('of tests are never skipped or singled out', () => {
    const tests = files('{server,admin,tests}/**/*.test.{ts,tsx}');
    expect(tests.length).toBeGreaterThan(20);
    const marked = tests.filter(
      (path) =>
        path !== 'tests/tidy.test.ts' && /\b(test|describe|it)\.(only|skip|todo)(\.each)?\(/.test(read(path)),
    );
    expect(marked).toEqual([]);
  });
});

describe('what people read', () => {
  test('every problem says what to do in two languages, with the same facts', () => {
    const placeholders = (sentence: string) =>
      [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
    const problems = everyProblem();
    expect(problems.length).toBeGreaterThan(40);
    for (const { key, vi, en } of problems) {
      expect(key).toMatch(/^[A-Z][A-Z0-9_]+$/);
      expect([key, vi.trim() !== '', en.trim() !== '', vi !== en]).toEqual([key, true, true, true]);
      expect([key, vi.normalize('NFC') === vi]).toEqual([key, true]);
      // What a person should do about it may name a place on the screen; the facts must not differ.
      expect([key, ...placeholders(vi)]).toEqual([key, ...placeholders(en)]);
    }
  });

  test('every configuration variable stands in docs/how-to/operate.md with its description, and no other', () => {
    const [, section] = /## Configuration\n([^]*?)\n\nThe operator/.exec(read('docs/how-to/operate.md'))!;
    const rows = [...section!.matchAll(/^\| `(\w+)` +\| .*? +\| (.*?) +\|$/gm)].map(([, name, meaning]) => [
      name,
      meaning,
    ]);
    const variables = Object.entries(configSchema.shape).map(([name, variable]) => [
      name,
      variable.description,
    ]);
    expect(rows).toEqual(variables);
  });
});

describe('saved operations', () => {
  const schema = buildSchema(read('server/src/schema.graphql'));

  /** Every field of a document by its path, aliases as they are. */
  function fieldPaths(document: DocumentNode): string[] {
    const path: string[] = [];
    const found: string[] = [];
    visit(document, {
      Field: {
        enter(node) {
          path.push(node.alias ? `${node.alias.value}: ${node.name.value}` : node.name.value);
          found.push(path.join('.'));
        },
        leave: () => void path.pop(),
      },
    });
    return found.toSorted();
  }

  test.each(savedOperations())('$name is valid', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test('the dashboard of the panel asks exactly what the saved scoreboard asks, and so is compiled', () => {
    const saved = savedOperations().find(({ name }) => name === 'scoreboard')!;
    expect(fieldPaths(scoreboardQuery)).toEqual(fieldPaths(parse(saved.text)));
  });
});

/**
 * Jest on native ES modules (`node --experimental-vm-modules`), decorators compiled by swc as tsc would.
 *
 * One project per kind of test, because they need different things: see launcher/stages.mjs, which runs them, and
 * tests/kit/global-setup.mjs, which gives a project its database.
 */

import { readFileSync } from 'node:fs';

const tsconfig = JSON.parse(readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'));

/** swc reads nothing else: one place says how tests are compiled. @param {boolean} tsx */
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: tsconfig.compilerOptions.emitDecoratorMetadata === true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
      // GraphQL and the tables take their names from the classes.
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // TypeScript writes `./visit.js` for ./visit.ts; a real .js beside it still comes first.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

/** @param {string} displayName @param {readonly string[]} folders @param {object} [more] */
const project = (displayName, folders, more = {}) => ({
  ...shared,
  displayName,
  roots: folders.map((folder) => `<rootDir>/${folder}`),
  ...more,
});

const withDatabase = {
  globalSetup: '<rootDir>/tests/kit/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/kit/global-teardown.mjs',
};

export default {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('server', ['server/src', 'tests'], {
      ...withDatabase,
      testMatch: [
        '<rootDir>/server/src/**/*.test.ts',
        '<rootDir>/tests/{stories,scopes,attacks}/*.test.ts',
        '<rootDir>/tests/*.test.ts',
      ],
    }),
    project('admin', ['admin/src'], { testMatch: ['<rootDir>/admin/src/**/*.test.{ts,tsx}'] }),
    project('jobs', ['tests'], { ...withDatabase, testMatch: ['<rootDir>/tests/jobs/*.test.ts'] }),
    project('e2e', ['tests'], { ...withDatabase, testMatch: ['<rootDir>/tests/e2e/*.test.ts'] }),
    project('launcher', ['tests'], { testMatch: ['<rootDir>/tests/launcher/*.test.ts'] }),
  ],
};

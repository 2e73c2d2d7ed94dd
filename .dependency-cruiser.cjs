// Who may import whom. The order of modules comes from server/src/modules.ts itself: a module imports only
// modules above it there, and only their index.
const { readFileSync } = require('node:fs');

const order = [
  ...readFileSync(`${__dirname}/server/src/modules.ts`, 'utf8').matchAll(/modules\/([\w-]+)\/index\.js/g),
].map((match) => match[1]);
const path = (modules) => `^server/src/modules/(${modules.join('|')})/`;

const upwardsOnly = order.slice(0, -1).map((module, place) => ({
  name: `${module}-imports-only-modules-above-it`,
  severity: 'error',
  from: { path: path([module]), pathNot: '\\.(test|fixture)\\.ts$' },
  to: { path: path(order.slice(place + 1)) },
}));

module.exports = {
  forbidden: [
    ...upwardsOnly,
    {
      name: 'modules-enter-each-other-by-the-index',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { path: '^server/src/modules/([^/]+)/(?!index\\.ts$)', pathNot: '^server/src/modules/$1/' },
    },
    {
      name: 'kernel-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/(modules|http|seeds|cli|roles|start|main)' },
    },
    {
      name: 'modules-know-no-face',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { path: '^server/src/(http|seeds|cli|roles|start|main)' },
    },
    {
      name: 'policies-import-no-service',
      severity: 'error',
      from: { path: '\\.policy\\.ts$' },
      to: { path: '\\.(service|queries|resolver)\\.ts$' },
    },
    {
      name: 'resolvers-never-import-the-driver',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '^node_modules/(pg|kysely|bullmq|ioredis)/' },
    },
    {
      name: 'admin-knows-only-the-api',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^server/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    // TypeScript 7 has no API to parse with; swc parses as well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};

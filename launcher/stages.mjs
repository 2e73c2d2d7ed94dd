/**
 * The table of what `npm test` checks, in order. A stage is either a command that passes or fails as a whole, or a
 * jest project whose tests are counted.
 *
 * @typedef {'build' | 'postgres' | 'redis' | 'chromium'} Need
 * @typedef {object} Stage
 * @property {string} name for --only
 * @property {import('./messages.mjs').Message} title
 * @property {readonly string[]} [command] a script of package.json or the build
 * @property {boolean} [alone] false: reads only, so it may run beside another such stage
 * @property {string} [project] of jest.config.mjs
 * @property {readonly string[]} [jestArgs]
 * @property {Record<string, string>} [env]
 * @property {readonly Need[]} needs
 */

/** @type {readonly Stage[]} */
export const stages = [
  check('format', ['định dạng', 'format'], ['format:check']),
  check('lint', ['quy tắc mã nguồn', 'lint'], ['lint']),
  check('imports', ['ranh giới mô-đun', 'imports'], ['imports']),
  check('deadcode', ['mã thừa', 'dead code'], ['deadcode']),
  // Both write server/dist, so each runs alone.
  { ...check('types', ['kiểu dữ liệu', 'types'], ['types']), alone: true },
  { ...check('build', ['dựng chương trình', 'build'], ['build']), alone: true },
  jest('server', ['máy chủ', 'server'], ['build', 'postgres']),
  jest('admin', ['trang quản trị', 'admin panel'], []),
  {
    ...jest('jobs', ['công việc nền, PostgreSQL', 'jobs on PostgreSQL'], ['build', 'postgres']),
    name: 'jobs-postgres',
    env: { QUEUE_BACKEND: 'postgres' },
  },
  {
    ...jest('jobs', ['công việc nền, Redis', 'jobs on Redis'], ['build', 'postgres', 'redis']),
    name: 'jobs-redis',
    env: { QUEUE_BACKEND: 'redis' },
  },
  // One browser at a time: two on two cores make each other's waits time out.
  {
    ...jest('e2e', ['trình duyệt', 'browser'], ['build', 'postgres', 'chromium']),
    jestArgs: ['--runInBand'],
  },
  // They start whole clones, each with a database: one at a time as well.
  { ...jest('launcher', ['khởi động', 'launcher'], []), jestArgs: ['--runInBand'] },
];

/** @param {string} name @param {import('./messages.mjs').Message} title @param {readonly string[]} command @returns {Stage} */
function check(name, title, command) {
  return { name, title, command, needs: [] };
}

/** @param {string} name @param {import('./messages.mjs').Message} title @param {readonly Need[]} needs @returns {Stage} */
function jest(name, title, needs) {
  return { name, title, project: name, alone: true, needs };
}

/** After tsc, in the server's build: what the server reads at run time beside its code goes to dist, same tree. */
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './layout.mjs';

const source = join(root, 'server', 'src');
const target = join(root, 'server', 'dist');

for (const file of globSync('**/*.{json,sql,graphql}', { cwd: source })) {
  cpSync(join(source, file), join(target, file));
}

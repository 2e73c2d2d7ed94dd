// `tungnha permissions`: who may do what, for people to read, made from the tables that decide it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import {
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createSchema } from '../http/schema.js';
import { createLivePubSub, everyAction } from '../kernel/index.js';
import { roles } from '../roles.js';

type Cells = readonly string[];

/** docs/permissions.md. */
export function permissionsText(): string {
  const schema = createSchema(createLivePubSub());
  const codes = Object.keys(roles) as (keyof typeof roles)[];
  // By name: the order in which modules happen to be loaded is nobody's business.
  const actions = everyAction().toSorted((a, b) => (a.action < b.action ? -1 : 1));
  return [
    '# Permissions',
    'Generated from `server/src/roles.ts` and the `*.policy.ts` files by `tungnha permissions --write`; a test keeps it equal to them.',
    [
      'A grant reaches:',
      '',
      '- `commune`: anywhere in the commune',
      '- `unit`: at the organisation or village where the position is held',
      '- `self`: only what belongs to the caller',
    ].join('\n'),
    '## Roles',
    table([
      ['Role', 'Tiếng Việt', 'English'],
      ...codes.map((code) => [`\`${code}\``, roles[code].title.vi, roles[code].title.en]),
    ]),
    '## Actions',
    table([
      ['Action', 'Allows to'],
      ...actions.map(({ action, meaning }) => [`\`${action}\``, lowerFirst(meaning)]),
    ]),
    '## Who may do what',
    table([
      ['Action', ...codes.map((code) => `\`${code}\``)],
      ...actions.map(({ action }) => [
        `\`${action}\``,
        ...codes.map((code) => roles[code].may[action] ?? ''),
      ]),
    ]),
    '## What each operation needs',
    'Beside the actions above: `anyone`, signed in or not; `signed-in`, everybody who is in, whatever their positions. “Proof”: the password again, if it was given more than ten minutes ago.',
    table([['Operation', 'Needs', 'Proof'], ...operations(schema)]),
    '## What reading needs',
    'A type’s fields need its action; a field with another one is listed under it. Filters, orders and groups need what the field they reveal needs.',
    table([['Type or field', 'Needs'], ...readers(schema)]),
  ]
    .join('\n\n')
    .concat('\n');
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

function operations(schema: GraphQLSchema): string[][] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .toSorted(byName)
      .map(({ name, extensions }) => [
        `${root!.name}.${name}`,
        `\`${String(extensions['needs'])}\``,
        extensions['fresh'] ? 'yes' : '',
      ]),
  );
}

function readers(schema: GraphQLSchema): string[][] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const isAnswer = (type: GraphQLNamedType): type is GraphQLObjectType =>
    isObjectType(type) && !isIntrospectionType(type) && !roots.has(type);
  const types = Object.values(schema.getTypeMap()).filter(isAnswer).toSorted(byName);
  return types.flatMap((type) => [
    [type.name, `\`${String(type.extensions['readers'])}\``],
    ...Object.values(type.getFields())
      .filter(({ extensions }) => extensions['readers'])
      .map(({ name, extensions }) => [`${type.name}.${name}`, `\`${String(extensions['readers'])}\``]),
  ]);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A Markdown table, its columns aligned as the formatter of this repository does. */
function table([head = [], ...body]: Cells[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...body].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: Cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** In the source tree and in the build alike. */
const permissionsFile = fileURLToPath(new URL('../../../docs/permissions.md', import.meta.url));

export function permissionsCommand(): Command {
  return new Command('permissions')
    .description('in bảng phân quyền / print who may do what')
    .option('--write', 'ghi vào docs/permissions.md / write it to docs/permissions.md')
    .action(({ write }: { write?: boolean }) => {
      if (write) writeFileSync(permissionsFile, permissionsText());
      else process.stdout.write(permissionsText());
    });
}

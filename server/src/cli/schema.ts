import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { createSchema, schemaText } from '../http/schema.js';
import { createLivePubSub } from '../kernel/index.js';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('in lược đồ GraphQL / print the GraphQL schema')
    .option('--write', 'ghi vào src/schema.graphql / write it to src/schema.graphql')
    .action(({ write }: { write?: boolean }) => {
      const text = schemaText(createSchema(createLivePubSub()));
      if (write) writeFileSync(fileURLToPath(new URL('../../src/schema.graphql', import.meta.url)), text);
      else process.stdout.write(text);
    });
}

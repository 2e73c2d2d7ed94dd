/** Every operation the panel can send is valid under the server's own schema: a renamed field fails here, not on screen. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import * as accessDocuments from './accessDocuments';
import * as accountDocuments from './accountDocuments';
import { listText, mutationText, oneText } from './buildQuery';
import * as auditDocuments from './auditDocuments';
import * as documents from './documents';
import * as privacyDocuments from './privacyDocuments';
import { resourceTable, type ResourceEntry } from './resourceTable';

const schemaFile = new URL('../../../server/src/schema.graphql', import.meta.url);
const schema: GraphQLSchema = buildSchema(readFileSync(schemaFile, 'utf8'));

const problemsOf = (document: DocumentNode) => validate(schema, document).map((error) => error.message);

const asDocument = (value: DocumentNode | string) => (typeof value === 'string' ? parse(value) : value);

describe('the operations of the panel', () => {
  test.each(
    Object.entries({
      ...documents,
      ...accessDocuments,
      ...accountDocuments,
      ...auditDocuments,
      ...privacyDocuments,
    }),
  )('%s is valid', (_name, document) => {
    expect(problemsOf(asDocument(document))).toEqual([]);
  });

  test.each(Object.entries(resourceTable) as [string, ResourceEntry][])(
    '%s: every verb is valid',
    (_name, entry) => {
      const texts = [
        ...(entry.list ? [listText(entry)] : []),
        ...(entry.one ? [oneText(entry)] : []),
        ...[entry.create, entry.update].flatMap((mutation) =>
          mutation ? [mutationText(entry, mutation)] : [],
        ),
      ];
      expect(texts.flatMap((text) => problemsOf(parse(text)))).toEqual([]);
    },
  );
});

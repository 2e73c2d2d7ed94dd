/** The columns offered are the server's, all of them, and each has its words in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { privacy as english } from '../i18n/en/privacy';
import { privacy as vietnamese } from '../i18n/vi/privacy';
import { householdExport } from '../resources/households/exportSpec';
import { personExport } from '../resources/people/exportSpec';
import { visitExport } from '../resources/visits/exportSpec';

const schemaFile = new URL('../../../server/src/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));

const specs = [
  ['HouseholdColumn', householdExport],
  ['VisitColumn', visitExport],
  ['PersonColumn', personExport],
] as const;

describe('the columns of an export', () => {
  test.each(specs)('%s are the server’s', (name, spec) => {
    const type = schema.getType(name) as GraphQLEnumType;
    expect([...spec.columns].sort()).toEqual(
      type
        .getValues()
        .map((value) => value.name)
        .sort(),
    );
  });
  test.each(specs)('%s have their words', (_name, spec) => {
    for (const column of spec.columns) {
      expect(vietnamese.exportColumn).toHaveProperty(column);
      expect(english.exportColumn).toHaveProperty(column);
    }
  });
});

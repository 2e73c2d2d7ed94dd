import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import pg from 'pg';
import { createSchema, schemaText } from '../server/src/http/schema.js';
import { createLivePubSub } from '../server/src/kernel/index.js';
import { openDatabase, type Database } from '../server/src/kernel/database.js';
import { createLogger } from '../server/src/kernel/log.js';
import { entities } from '../server/src/modules.js';
import { testDatabase } from './kit/database.js';

let schema: GraphQLSchema;
let owner: pg.Client;
let database: Database;

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  schema = createSchema(createLivePubSub());
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  database = await openDatabase(appUrl, 2, entities, createLogger('silent'));
});
afterAll(() => Promise.all([owner.end(), database.close()]));

const names = async (text: string) =>
  (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name);

describe('the API', () => {
  test('is what schema.graphql says; `npm run build -w server && tungnha schema` prints it', () => {
    const committed = readFileSync(new URL('../server/src/schema.graphql', import.meta.url), 'utf8');
    expect(committed).toBe(schemaText(schema));
  });

  test('describes every type, field and argument', () => {
    const without: string[] = [];
    const note = (name: string, { description }: { description?: string | null }) => {
      if (!description?.trim()) without.push(name);
    };
    const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type)) continue;
      if (!roots.has(type as never)) note(type.name, type);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          note(`${type.name}.${field.name}`, field);
          for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name}:)`, argument);
        }
      }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    }
    expect(without).toEqual([]);
  });

  test('never exposes what an entity keeps to itself', () => {
    const exposed = (type: string) =>
      Object.keys((schema.getType(type) as unknown as { getFields(): object }).getFields());
    expect(exposed('Person')).not.toEqual(expect.arrayContaining(['communeId']));
    // A mutation may be called changePassword; what it gives back is a type like others.
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    for (const type of types.filter((candidate) => candidate !== schema.getMutationType())) {
      const secret = Object.keys(type.getFields()).filter((field) =>
        /password|token|hash|communeId|folded/i.test(field),
      );
      expect([type.name, secret]).toEqual([type.name, []]);
    }
  });

  test('has no enum with a single value and no empty page type', () => {
    const lonely = Object.values(schema.getTypeMap()).filter(
      (type) => isEnumType(type) && type.getValues().length < 2,
    );
    // What files are handed in for grows with the modules that read them.
    expect(lonely.map(({ name }) => name).filter((name) => name !== 'UploadPurpose')).toEqual([]);
  });
});

describe('the database', () => {
  test('has an index for every foreign key, which starts with its columns in any order', async () => {
    const unindexed = await names(
      `select c.conrelid::regclass || ' (' || pg_get_constraintdef(c.oid) || ')' as name
       from pg_constraint c
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace
         -- commune itself is never deleted; what points at it is found by the composite keys.
         and c.confrelid <> 'commune'::regclass
         and not exists (
           select from pg_index i
           where i.indrelid = c.conrelid and i.indpred is null
             and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
         -- A unique column of the key finds the row as well.
         and not exists (
           select from pg_index i
           where i.indrelid = c.conrelid and i.indisunique and i.indnkeyatts = 1 and i.indkey[0] = any (c.conkey))`,
    );
    expect(unindexed).toEqual([]);
  });

  const ofCommunes = `select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;

  test('secures every table with commune_id by rows, with a policy', async () => {
    expect(
      (await names(`select relname as name from pg_class where oid in (${ofCommunes})`)).length,
    ).toBeGreaterThan(25);
    expect(
      await names(`select relname as name from pg_class where oid in (${ofCommunes}) and not relrowsecurity`),
    ).toEqual([]);
    const withoutPolicy = `select relname as name from pg_class where oid in (${ofCommunes}) and oid not in (select polrelid from pg_policy)`;
    expect(await names(withoutPolicy)).toEqual([]);
  });

  test('lets the application read no hash of a password, and none of what opens a door', async () => {
    const readable = await names(
      `select table_name || '.' || column_name as name from information_schema.column_privileges
       where grantee = 'tungnha_app' and privilege_type = 'SELECT' and table_name in ('account', 'session', 'invitation', 'api_key', 'setup_code')
         and column_name ~ 'hash'`,
    );
    expect(readable).toEqual([]);
  });

  test('can be pointed at only together with the commune: unique (commune_id, id) wherever there is an id', async () => {
    const without = await names(
      `select relname as name from pg_class c where oid in (${ofCommunes})
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')
         and not exists (
           select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indnkeyatts = 2
             and pg_get_indexdef(i.indexrelid) like '%(commune_id, id)')`,
    );
    expect(without).toEqual([]);
  });

  test('lets no reference between rows of communes leave the commune', async () => {
    const loose = await names(
      `select conrelid::regclass || '.' || conname as name from pg_constraint
       where contype = 'f' and conrelid in (${ofCommunes}) and confrelid in (${ofCommunes})
         and not exists (select from pg_attribute a where a.attrelid = conrelid and a.attname = 'commune_id' and a.attnum = any (conkey))
         -- Clauses are pointed at by their code within the plan, which is itself held to the commune.
         and pg_get_constraintdef(oid) not like '%(plan_id, clause_code)%'`,
    );
    expect(loose).toEqual([]);
  });

  test('has a column for every stored property of every entity', async () => {
    const columns = new Set(
      await names(
        `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
      ),
    );
    const wanted = [...database.orm.getMetadata().getAll().values()].flatMap(({ tableName, props }) =>
      props
        .filter(({ formula }) => formula === undefined)
        .flatMap(({ fieldNames }) => fieldNames.map((field) => `${tableName}.${field}`)),
    );
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((column) => !columns.has(column))).toEqual([]);
  });

  test('lets a function that acts as its owner look only into its own schemas', async () => {
    const open = await names(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`,
    );
    expect(open).toEqual([]);
  });
});

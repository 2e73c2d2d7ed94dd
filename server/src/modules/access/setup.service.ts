// Founding the first commune of an installation, while nobody has an account: on the page /setup with a code that
// the server has printed, or by the operator's tool.
import { communeOf, emit, problem, type Context } from '../../kernel/index.js';
import { setupErrors } from './access.errors.js';
import { CommuneFounded } from './access.events.js';
import { newReadableCode, normalCode, tokenHash } from './secrets.js';
import { administratorsUnit, standardUnits, villageCode } from './standard-units.js';

const codeHours = 24;
const mostVillages = 200;
const longestName = 200;

export interface NewCommune {
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  villages: string[];
  fullName: string;
  login: string;
}

type Asker = Pick<Context['db'], 'query'>;

export async function isSetupOpen(db: Asker): Promise<boolean> {
  const [row] = await db.query<{ open: boolean }>('select setup_is_open() as open');
  return row!.open;
}

/** A new one-time code, in place of the one before; null when there is an account already. */
export async function issueSetupCode(db: Asker): Promise<string | null> {
  const code = newReadableCode();
  const expiresAt = new Date(Date.now() + codeHours * 3_600_000);
  const [row] = await db.query<{ issued: boolean }>('select issue_setup_code($1, $2) as issued', [
    tokenHash(normalCode(code)),
    expiresAt,
  ]);
  return row!.issued ? code : null;
}

/** What was typed, trimmed. Errors: SETUP_CODE_OF_PLACE, SETUP_NAME_EMPTY, SETUP_VILLAGES, SETUP_LOGIN. */
export function readNewCommune(typed: NewCommune): NewCommune {
  return {
    communeCode: requireDigits(typed.communeCode, 5, 'input.communeCode'),
    communeName: requireName(typed.communeName, 'input.communeName'),
    provinceCode: requireDigits(typed.provinceCode, 2, 'input.provinceCode'),
    provinceName: requireName(typed.provinceName, 'input.provinceName'),
    villages: requireVillages(typed.villages),
    fullName: requireName(typed.fullName, 'input.fullName'),
    login: requireLogin(typed.login),
  };
}

function requireDigits(typed: string, length: number, path: string): string {
  const code = typed.trim();
  if (!/^\d+$/.test(code) || code.length !== length)
    throw problem(setupErrors.SETUP_CODE_OF_PLACE, {}, { path });
  return code;
}

function requireName(typed: string, path: string): string {
  const name = typed.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (name === '' || name.length > longestName)
    throw problem(setupErrors.SETUP_NAME_EMPTY, { most: longestName }, { path });
  return name;
}

function requireVillages(typed: string[]): string[] {
  const names = typed.map((name, index) => requireName(name, `input.villages.${index}`));
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  if (names.length > mostVillages || distinct.size < names.length)
    throw problem(setupErrors.SETUP_VILLAGES, { most: mostVillages }, { path: 'input.villages' });
  return names;
}

function requireLogin(typed: string): string {
  const login = typed.trim().toLowerCase();
  if (!/^[a-z0-9._-]{3,60}$/.test(login)) throw problem(setupErrors.SETUP_LOGIN, {}, { path: 'input.login' });
  return login;
}

/** The id of the commune, which uses the code up. Errors: SETUP_REFUSED. */
export async function takeSetupCode(db: Asker, code: string, commune: NewCommune): Promise<number> {
  const { communeCode, communeName, provinceCode, provinceName } = commune;
  const [row] = await db.query<{ id: number | null }>('select found_commune($1, $2, $3, $4, $5) as id', [
    tokenHash(normalCode(code)),
    communeCode,
    communeName,
    provinceCode,
    provinceName,
  ]);
  if (!row?.id) throw problem(setupErrors.SETUP_REFUSED);
  return row.id;
}

/** Fills a commune that was just founded: organisations, villages, the administrator. Runs as work of that commune. */
export async function furnishCommune(ctx: Context, commune: NewCommune): Promise<{ accountId: string }> {
  const communeId = communeOf(ctx.identity);
  await addUnits(ctx, communeId, commune);
  const accountId = await addAdministrator(ctx, communeId, commune);
  await emit(ctx, CommuneFounded, {
    subject: { type: 'commune', id: communeId },
    data: { communeId, code: commune.communeCode, villages: commune.villages.length },
  });
  return { accountId };
}

async function addUnits(
  { db, today }: Context,
  communeId: number,
  { communeName, villages }: NewCommune,
): Promise<void> {
  const units = [
    ...standardUnits.map(({ name, ...unit }, index) => ({
      ...unit,
      name: name.replace('{commune}', communeName),
      sortOrder: index + 1,
    })),
    ...villages.map((name, index) => ({
      code: villageCode(index),
      parent: administratorsUnit,
      kind: 'VILLAGE',
      name,
      sortOrder: standardUnits.length + index + 1,
    })),
  ];
  await db.query(
    `insert into org_unit (commune_id, kind, code, name, sort_order, valid_from)
     select $1, kind, code, name, "sortOrder", $3
     from jsonb_to_recordset($2) as unit (kind text, code text, name text, "sortOrder" integer)`,
    [communeId, JSON.stringify(units), today],
  );
  await db.query(
    `update org_unit child set parent_id = parent.id
     from jsonb_to_recordset($2) as unit (code text, parent text), org_unit parent
     where child.commune_id = $1 and child.code = unit.code
       and parent.commune_id = $1 and parent.code = unit.parent`,
    [communeId, JSON.stringify(units)],
  );
}

async function addAdministrator(
  { db, now, today }: Context,
  communeId: number,
  { fullName, login }: NewCommune,
): Promise<string> {
  const [person] = await db.query<{ id: string }>(
    'insert into person (commune_id, full_name, created_at) values ($1, $2, $3) returning id',
    [communeId, fullName, now],
  );
  const [account] = await db.query<{ id: string }>(
    'insert into account (id, commune_id, person_id, login, created_at) values (uuidv7(), $1, $2, $3, $4) returning id',
    [communeId, person!.id, login, now],
  );
  await db.query(
    `insert into position (commune_id, person_id, org_unit_id, role, valid_from)
     select $1, $2, id, 'ADMIN', $4 from org_unit where commune_id = $1 and code = $3`,
    [communeId, person!.id, administratorsUnit, today],
  );
  return account!.id;
}

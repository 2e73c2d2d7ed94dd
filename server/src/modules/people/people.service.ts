import {
  allow,
  changed,
  communeOf,
  defineErrors,
  emit,
  kernelErrors,
  normalPhone,
  problem,
  type Context,
} from '../../kernel/index.js';
import { PersonAdded, PersonChanged } from './people.events.js';
import type { PersonInput } from './people.inputs.js';
import { skillsOf } from './people.queries.js';
import { Person } from './person.entity.js';

const peopleErrors = defineErrors({
  PERSON_NAME_EMPTY: { kind: 'BAD_INPUT', vi: 'Hãy ghi họ và tên.', en: 'Write the full name.' },
  PHONE_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Số điện thoại “{phone}” chưa đúng. Di động có 10 số, máy bàn 11 số.',
    en: 'The phone number “{phone}” is not right. Mobiles have 10 digits, landlines 11.',
  },
  BIRTH_YEAR_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Năm sinh {year} chưa đúng. Hãy ghi đủ bốn chữ số.',
    en: 'The year of birth {year} is not right. Write all four digits.',
  },
});

/** A phone as it is kept, or null. Errors: PHONE_NOT_VALID. */
export function requirePhone(typed: string | null | undefined, path: string): string | null {
  if (!typed?.trim()) return null;
  const phone = normalPhone(typed);
  if (!phone) throw problem(peopleErrors.PHONE_NOT_VALID, { phone: typed }, { path });
  return phone;
}

/** The person with this id. Errors: NOT_FOUND. */
export async function getPerson(ctx: Context, id: string): Promise<Person> {
  const person = await ctx.db.em.findOne(Person, { id });
  if (!person) throw problem(kernelErrors.NOT_FOUND);
  return person;
}

/** Adds a person. Errors: PERSON_NAME_EMPTY, PHONE_NOT_VALID. */
export async function addPerson(ctx: Context, input: PersonInput): Promise<Person> {
  allow(ctx, 'person:manage');
  const id = await newId(ctx);
  const person = read(input);
  await ctx.db.em.insert(Person, {
    id,
    communeId: communeOf(ctx.identity),
    createdAt: ctx.now,
    ...person,
  });
  await setSkills(ctx, id, input.skills);
  await emit(ctx, PersonAdded, {
    subject: { type: 'person', id },
    data: { personId: id },
    detail: { after: forHistory({ ...person, skills: input.skills ?? [] }) },
  });
  return getPerson(ctx, id);
}

/** Changes a person's details. Errors: NOT_FOUND, PERSON_NAME_EMPTY, PHONE_NOT_VALID. */
export async function changePerson(ctx: Context, id: string, input: PersonInput): Promise<Person> {
  allow(ctx, 'person:manage', { personId: id });
  const before = await detailsOf(ctx, id);
  await ctx.db.em.nativeUpdate(Person, { id }, read(input));
  await setSkills(ctx, id, input.skills);
  ctx.db.em.clear();
  const change = changed(before, await detailsOf(ctx, id), ['fullName', 'phone', 'birthYear', 'skills']);
  const fields = Object.keys(change.after);
  // Saved as it was: nothing has happened.
  if (fields.length === 0) return getPerson(ctx, id);
  await emit(ctx, PersonChanged, {
    subject: { type: 'person', id },
    data: { personId: id, fields },
    detail: { before: forHistory(change.before), after: forHistory(change.after) },
  });
  ctx.db.em.clear();
  return getPerson(ctx, id);
}

/** What the history keeps of a person: that a year of birth changed, not the year, which few of its readers may see. */
function forHistory(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== 'birthYear'));
}

/** What of a person can be changed, the phone whole. Errors: NOT_FOUND. */
async function detailsOf(ctx: Context, id: string) {
  const person = await ctx.db.em.findOne(Person, { id }, { populate: ['phone'] });
  if (!person) throw problem(kernelErrors.NOT_FOUND);
  const [skills] = await skillsOf(ctx, [id]);
  const { fullName, phone, birthYear } = person;
  return { fullName, phone, birthYear, skills };
}

function read(input: PersonInput) {
  const fullName = input.fullName.trim().replace(/\s+/g, ' ');
  if (fullName === '') throw problem(peopleErrors.PERSON_NAME_EMPTY, {}, { path: 'input.fullName' });
  return {
    fullName,
    phone: requirePhone(input.phone, 'input.phone'),
    birthYear: requireBirthYear(input.birthYear ?? null),
  };
}

function requireBirthYear(year: number | null): number | null {
  if (year === null || (year >= 1900 && year <= 2100)) return year;
  throw problem(peopleErrors.BIRTH_YEAR_NOT_VALID, { year }, { path: 'input.birthYear' });
}

async function newId(ctx: Context): Promise<string> {
  const [row] = await ctx.db.query<{ id: string }>('select uuidv7() as id');
  return row!.id;
}

async function setSkills(ctx: Context, personId: string, skills: string[] | null | undefined): Promise<void> {
  if (!skills) return;
  await ctx.db.query('delete from person_skill where person_id = $1 and topic <> all($2)', [
    personId,
    skills,
  ]);
  await ctx.db.query(
    'insert into person_skill (commune_id, person_id, topic) select $1, $2, topic from unnest($3::text[]) topic on conflict do nothing',
    [communeOf(ctx.identity), personId, skills],
  );
}

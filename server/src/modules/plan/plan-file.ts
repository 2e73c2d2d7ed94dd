// A plan as a file: clauses, tasks and targets in JSON, so that next year's plan needs no code. Read by the
// command line and by the plan module when a file is loaded; a file is refused whole, with every mistake
// named at once, because an officer who mends them one by one gives up at the third.
import { z } from 'zod';
import {
  cleanText,
  fieldProblem,
  Problem,
  problem,
  type FieldProblem,
  type ProblemDefinition,
  problems,
} from '../../kernel/index.js';
import { planFileErrors } from './plan-file.errors.js';

// ── The shape ────────────────────────────────────────────────────────────────────────────────────

const maxCharacters = 1_000_000;
const maxDepth = 20;

/** A schema refinement that says which entry of the catalogue it stands for. */
const refusing = (key: keyof typeof planFileErrors) => ({ params: { key } });

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const isPercent = (value: number) => Number.isInteger(value) && value >= 1 && value <= 100;
const isBaseline = (value: number) => value >= 0 && value <= 100 && Number(value.toFixed(2)) === value;

const code = z
  .string()
  .refine((text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(text), refusing('PLAN_FILE_BAD_CODE'));
const day = z.string().refine(isDay, refusing('PLAN_FILE_BAD_DATE'));
const sentence = z.string().trim().min(1).max(500);
const paragraph = z.string().trim().min(1).max(20_000);

const unitKind = z.enum([
  'CITY_DEPARTMENT',
  'PEOPLES_COMMITTEE',
  'CULTURE_SOCIETY_OFFICE',
  'COMMUNE_OFFICE',
  'PUBLIC_SERVICE_CENTER',
  'STEERING_COMMITTEE',
  'FATHERLAND_FRONT',
  'MASS_ORGANIZATION',
  'VILLAGE',
]);

const unitSchema = z
  .strictObject({ code: code.optional(), kind: unitKind.optional(), isLead: z.boolean().default(false) })
  .refine(
    (unit) => (unit.code === undefined) !== (unit.kind === undefined),
    refusing('PLAN_FILE_UNIT_UNCLEAR'),
  );

const clauseSchema = z.strictObject({
  code,
  parentCode: code.nullable().default(null),
  kind: z.enum(['PART', 'SECTION', 'ITEM']),
  text: paragraph,
  correctedText: paragraph.nullable().default(null),
  quantified: z.boolean().default(true),
});

const taskSchema = z.strictObject({
  code,
  clauseCode: code,
  title: sentence,
  dueOn: day.nullable().default(null),
  recurrence: z.enum(['ONCE', 'QUARTERLY', 'CONTINUOUS']).nullable().default(null),
  units: z.array(unitSchema).max(100).default([]),
});

const targetSchema = z.strictObject({
  indicatorCode: code,
  clauseCode: code,
  comparator: z.enum(['GT', 'GTE']).nullable(),
  targetPercent: z.number().refine(isPercent, refusing('PLAN_FILE_BAD_PERCENT')).nullable(),
  baselinePercent: z.number().refine(isBaseline, refusing('PLAN_FILE_BAD_BASELINE')).default(0),
  /** The plan's own start when it is left out. */
  startsOn: day.optional(),
  dueOn: day,
});

export const planFileSchema = z.strictObject({
  code,
  title: sentence,
  year: z.int().min(2000).max(2100),
  startsOn: day,
  endsOn: day,
  isSample: z.boolean().default(false),
  legalBases: z.array(paragraph).max(100).default([]),
  recipients: z.array(sentence).max(100).default([]),
  signatory: sentence.nullable().default(null),
  clauses: z.array(clauseSchema).min(1).max(1000),
  tasks: z.array(taskSchema).max(300).default([]),
  targets: z.array(targetSchema).max(100).default([]),
});

export type PlanFile = z.infer<typeof planFileSchema>;

// The same file read tolerantly, so that references are checked even where the shape is wrong.
const mark = z.string().nullish().catch(undefined);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).catch([]);
const tolerantSchema = z
  .object({
    startsOn: mark,
    endsOn: mark,
    clauses: listOf(z.object({ code: mark, parentCode: mark }).catch({})),
    tasks: listOf(
      z
        .object({
          code: mark,
          clauseCode: mark,
          units: listOf(z.object({ code: mark, kind: mark }).catch({})),
        })
        .catch({ units: [] }),
    ),
    targets: listOf(
      z
        .object({
          indicatorCode: mark,
          clauseCode: mark,
          comparator: z.unknown().optional(),
          targetPercent: z.unknown().optional(),
          startsOn: mark,
          dueOn: mark,
        })
        .catch({ comparator: null, targetPercent: null }),
    ),
  })
  .catch({ clauses: [], tasks: [], targets: [] });

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────

export interface KnownCodes {
  indicatorCodes: Iterable<string>;
  unitCodes: Iterable<string>;
}

/** The plan in the file, in NFC and with its defaults filled in; a Problem that lists every mistake otherwise. */
export function readPlanFile(text: string, known: KnownCodes): PlanFile {
  const { value, mistakes } = cleanTree(parseJson(text));
  const parsed = planFileSchema.safeParse(value);
  const all = [
    ...mistakes,
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => shapeMistakes(issue, value))),
    ...referenceMistakes(value, {
      indicatorCodes: new Set(known.indicatorCodes),
      unitCodes: new Set(known.unitCodes),
    }),
  ];
  if (!parsed.success || all.length > 0) {
    throw problems(planFileErrors.PLAN_FILE_REFUSED, { count: all.length }, all);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  if (text.length > maxCharacters)
    throw problem(planFileErrors.PLAN_FILE_TOO_LARGE, { limit: maxCharacters });
  const nul = text.indexOf('\0');
  if (nul >= 0) throw problem(planFileErrors.PLAN_FILE_HAS_NUL, lineAndColumn(text, nul));
  const body = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(body);
  } catch (error) {
    const at = /at position (\d+)/.exec(String(error))?.[1];
    throw problem(planFileErrors.PLAN_FILE_NOT_JSON, lineAndColumn(body, at ? Number(at) : body.length));
  }
}

function lineAndColumn(text: string, position: number): { line: number; column: number } {
  const lines = text.slice(0, position).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Every string in NFC; those no database could hold are named. Deeper than any plan goes, the schema refuses. */
function cleanTree(root: unknown): { value: unknown; mistakes: FieldProblem[] } {
  const mistakes: FieldProblem[] = [];
  const clean = (value: unknown, path: string[]): unknown => {
    if (typeof value === 'string') return cleanString(value, path.join('.'), mistakes);
    if (value === null || typeof value !== 'object' || path.length > maxDepth) return value;
    if (Array.isArray(value)) return value.map((item, index) => clean(item, [...path, String(index)]));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, clean(inner, [...path, key])]),
    );
  };
  return { value: clean(root, []), mistakes };
}

function cleanString(text: string, path: string, mistakes: FieldProblem[]): string {
  try {
    return cleanText(text, path);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    mistakes.push(...error.fields);
    return text;
  }
}

// ── Mistakes of shape ────────────────────────────────────────────────────────────────────────────

type Issue = z.core.$ZodIssue;

function shapeMistakes(issue: Issue, root: unknown): FieldProblem[] {
  const path = issue.path.join('.');
  const name = String(issue.path.at(-1) ?? 'plan');
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null)?.[key],
    root,
  );
  switch (issue.code) {
    case 'custom':
      return [fieldProblem(planFileErrors[issue.params?.['key'] as keyof typeof planFileErrors], {}, path)];
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        fieldProblem(planFileErrors.PLAN_FILE_UNKNOWN_KEY, { name: key }, [...issue.path, key].join('.')),
      );
    case 'too_big':
    case 'too_small':
      return [fieldProblem(planFileErrors.PLAN_FILE_BAD_LENGTH, { name }, path)];
    default:
      if (value === undefined) return [fieldProblem(planFileErrors.PLAN_FILE_MISSING, { name }, path)];
      if (issue.code === 'invalid_value') {
        const args = {
          value: typeof value === 'string' ? value : JSON.stringify(value),
          allowed: issue.values.join(', '),
        };
        return [fieldProblem(planFileErrors.PLAN_FILE_UNKNOWN_VALUE, args, path)];
      }
      return [
        fieldProblem(
          planFileErrors.PLAN_FILE_WRONG_TYPE,
          { name, expected: 'expected' in issue ? issue.expected : '?' },
          path,
        ),
      ];
  }
}

// ── Mistakes between entries ─────────────────────────────────────────────────────────────────────

function referenceMistakes(
  root: unknown,
  known: { indicatorCodes: ReadonlySet<string>; unitCodes: ReadonlySet<string> },
): FieldProblem[] {
  const file = tolerantSchema.parse(root);
  const found: FieldProblem[] = [];
  const refuse = (definition: ProblemDefinition, path: string, args: Record<string, string>) =>
    found.push(fieldProblem(definition, args, path));
  const allowed = [...known.indicatorCodes].join(', ');
  const clauseCodes = new Set(file.clauses.map((clause) => clause.code));
  const refuseClause = (clauseCode: string | null | undefined, path: string) => {
    if (clauseCode && !clauseCodes.has(clauseCode))
      refuse(planFileErrors.PLAN_FILE_UNKNOWN_CLAUSE, path, { code: clauseCode });
  };
  const refuseRepeats = (codes: (string | null | undefined)[], path: (index: number) => string) =>
    codes.forEach((each, index) => {
      if (each && codes.indexOf(each) < index)
        refuse(planFileErrors.PLAN_FILE_DUPLICATE, path(index), { code: each });
    });
  const refuseOrder = (starts: string | null | undefined, ends: string | null | undefined, path: string) => {
    if (starts && ends && isDay(starts) && isDay(ends) && ends <= starts) {
      refuse(planFileErrors.PLAN_FILE_ENDS_BEFORE_START, path, { starts, ends });
    }
  };

  refuseOrder(file.startsOn, file.endsOn, 'endsOn');
  const above = new Set<string | null | undefined>();
  file.clauses.forEach(({ code: own, parentCode }, index) => {
    if (parentCode && !above.has(parentCode)) {
      refuse(planFileErrors.PLAN_FILE_UNKNOWN_PARENT, `clauses.${index}.parentCode`, { code: parentCode });
    }
    above.add(own);
  });
  refuseRepeats(
    file.clauses.map((clause) => clause.code),
    (index) => `clauses.${index}.code`,
  );

  refuseRepeats(
    file.tasks.map((task) => task.code),
    (index) => `tasks.${index}.code`,
  );
  file.tasks.forEach((task, index) => {
    refuseClause(task.clauseCode, `tasks.${index}.clauseCode`);
    refuseRepeats(
      task.units.map((unit) => unit.code ?? unit.kind),
      (place) => `tasks.${index}.units.${place}`,
    );
    task.units.forEach(({ code: unitCode }, place) => {
      if (unitCode && !known.unitCodes.has(unitCode)) {
        refuse(planFileErrors.PLAN_FILE_UNKNOWN_UNIT, `tasks.${index}.units.${place}.code`, {
          code: unitCode,
        });
      }
    });
  });

  refuseRepeats(
    file.targets.map((target) => target.indicatorCode),
    (index) => `targets.${index}.indicatorCode`,
  );
  file.targets.forEach((target, index) => {
    const { indicatorCode } = target;
    refuseClause(target.clauseCode, `targets.${index}.clauseCode`);
    refuseOrder(target.startsOn ?? file.startsOn, target.dueOn, `targets.${index}.dueOn`);
    if (!indicatorCode) return;
    if (!known.indicatorCodes.has(indicatorCode)) {
      refuse(planFileErrors.PLAN_FILE_UNKNOWN_INDICATOR, `targets.${index}.indicatorCode`, {
        code: indicatorCode,
        allowed,
      });
    }
    // A value left out is reported as missing; only null against a value is a contradiction.
    if (
      (target.comparator === null && target.targetPercent != null) ||
      (target.targetPercent === null && target.comparator != null)
    ) {
      refuse(planFileErrors.PLAN_FILE_TARGET_INCOMPLETE, `targets.${index}`, { code: indicatorCode });
    }
  });
  return found;
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../kernel/index.js';
import { planFileSchema, readPlanFile, type PlanFile } from './plan-file.js';

const known = {
  indicatorCodes: [
    'HOUSEHOLD_SKILLS',
    'ONLINE_DOSSIERS',
    'EPAYMENT',
    'SMARTPHONE',
    'VNEID_SERVICE_USERS',
    'HOUSEHOLDS_GUIDED',
    'HEALTH_BOOK',
    'VNEID_LEVEL2',
  ],
  unitCodes: ['UBND', 'VHXH', 'VP', 'TTPVHCC', 'MTTQ', 'HPN', 'HND', 'CCB', 'DTN', 'CD', 'BCD', 'SKHCN'],
};

/** The smallest plan that is right; each test spoils one thing in it. */
function smallPlan() {
  return {
    code: 'KH-2027',
    title: 'Kế hoạch thử',
    year: 2027,
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
    clauses: [
      { code: 'I', kind: 'PART', text: 'I. MỤC TIÊU' },
      { code: 'I.a', parentCode: 'I', kind: 'ITEM', text: 'Ít nhất 70% số hộ có kỹ năng số.' },
    ] as Record<string, unknown>[],
    tasks: [
      { code: 'LAM_MAU', clauseCode: 'I.a', title: 'Làm mẫu', units: [{ kind: 'VILLAGE', isLead: true }] },
    ] as Record<string, unknown>[],
    targets: [
      {
        indicatorCode: 'HOUSEHOLD_SKILLS',
        clauseCode: 'I.a',
        comparator: 'GTE',
        targetPercent: 70,
        dueOn: '2027-12-31',
      },
    ] as Record<string, unknown>[],
  };
}

type Spoil = (plan: ReturnType<typeof smallPlan>) => void;

function refusal(text: string): Problem {
  try {
    readPlanFile(text, known);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('The file was not refused');
}

function mistakesOf(spoil: Spoil): string[] {
  const plan = smallPlan();
  spoil(plan);
  return refusal(JSON.stringify(plan)).fields.map((field) => `${field.path} ${field.key}`);
}

const seed = (name: string) =>
  readFileSync(new URL(`../../seeds/plans/${name}.json`, import.meta.url), 'utf8');

describe('a plan file is refused', () => {
  test.each<[string, Spoil, string]>([
    [
      'a task of a clause that is not there',
      (p) => (p.tasks[0]!['clauseCode'] = 'X.9'),
      'tasks.0.clauseCode PLAN_FILE_UNKNOWN_CLAUSE',
    ],
    [
      'a target of a clause that is not there',
      (p) => (p.targets[0]!['clauseCode'] = 'X'),
      'targets.0.clauseCode PLAN_FILE_UNKNOWN_CLAUSE',
    ],
    [
      'a comparator nobody knows',
      (p) => (p.targets[0]!['comparator'] = '>='),
      'targets.0.comparator PLAN_FILE_UNKNOWN_VALUE',
    ],
    [
      'an indicator nobody knows',
      (p) => (p.targets[0]!['indicatorCode'] = 'HAPPINESS'),
      'targets.0.indicatorCode PLAN_FILE_UNKNOWN_INDICATOR',
    ],
    [
      'a unit nobody knows',
      (p) => (p.tasks[0]!['units'] = [{ code: 'PKT' }]),
      'tasks.0.units.0.code PLAN_FILE_UNKNOWN_UNIT',
    ],
    [
      'a unit that is neither a code nor a kind',
      (p) => (p.tasks[0]!['units'] = [{ isLead: true }]),
      'tasks.0.units.0 PLAN_FILE_UNIT_UNCLEAR',
    ],
    ['31 February', (p) => (p.startsOn = '2027-02-31'), 'startsOn PLAN_FILE_BAD_DATE'],
    [
      'a date as people write it',
      (p) => (p.targets[0]!['dueOn'] = '31/12/2027'),
      'targets.0.dueOn PLAN_FILE_BAD_DATE',
    ],
    [
      'a target of 0',
      (p) => (p.targets[0]!['targetPercent'] = 0),
      'targets.0.targetPercent PLAN_FILE_BAD_PERCENT',
    ],
    [
      'a target above 100',
      (p) => (p.targets[0]!['targetPercent'] = 101),
      'targets.0.targetPercent PLAN_FILE_BAD_PERCENT',
    ],
    [
      'a target with a fraction',
      (p) => (p.targets[0]!['targetPercent'] = 70.5),
      'targets.0.targetPercent PLAN_FILE_BAD_PERCENT',
    ],
    [
      'a target without its comparator',
      (p) => (p.targets[0]!['comparator'] = null),
      'targets.0 PLAN_FILE_TARGET_INCOMPLETE',
    ],
    [
      'a clause code used twice',
      (p) => p.clauses.push({ ...p.clauses[1] }),
      'clauses.2.code PLAN_FILE_DUPLICATE',
    ],
    ['a task code used twice', (p) => p.tasks.push({ ...p.tasks[0] }), 'tasks.1.code PLAN_FILE_DUPLICATE'],
    [
      'an indicator aimed at twice',
      (p) => p.targets.push({ ...p.targets[0] }),
      'targets.1.indicatorCode PLAN_FILE_DUPLICATE',
    ],
    [
      'a unit named twice in a task',
      (p) => (p.tasks[0]!['units'] = [{ code: 'VP' }, { code: 'VP' }]),
      'tasks.0.units.1 PLAN_FILE_DUPLICATE',
    ],
    [
      'a parent that is not there',
      (p) => (p.clauses[1]!['parentCode'] = 'II'),
      'clauses.1.parentCode PLAN_FILE_UNKNOWN_PARENT',
    ],
    [
      'a clause that is its own parent',
      (p) => (p.clauses[1]!['parentCode'] = 'I.a'),
      'clauses.1.parentCode PLAN_FILE_UNKNOWN_PARENT',
    ],
    [
      'a plan that ends before it starts',
      (p) => (p.endsOn = '2026-12-31'),
      'endsOn PLAN_FILE_ENDS_BEFORE_START',
    ],
    [
      'a target due before it starts',
      (p) => (p.targets[0]!['dueOn'] = '2026-06-30'),
      'targets.0.dueOn PLAN_FILE_ENDS_BEFORE_START',
    ],
    [
      'a NUL inside a sentence',
      (p) => (p.clauses[1]!['text'] = 'kỹ năng\0số'),
      'clauses.1.text TEXT_NOT_VALID',
    ],
    ['a missing title', (p) => delete (p as Partial<typeof p>).title, 'title PLAN_FILE_MISSING'],
    ['an empty sentence', (p) => (p.clauses[0]!['text'] = '  '), 'clauses.0.text PLAN_FILE_BAD_LENGTH'],
    ['a number as text', (p) => (p.year = '2027' as unknown as number), 'year PLAN_FILE_WRONG_TYPE'],
    [
      'a misspelt entry',
      (p) => (p.clauses[0]!['parent_code'] = 'I'),
      'clauses.0.parent_code PLAN_FILE_UNKNOWN_KEY',
    ],
    ['a code with a space', (p) => (p.code = 'KH 2027'), 'code PLAN_FILE_BAD_CODE'],
  ])('with %s', (_, spoil, expected) => {
    expect(mistakesOf(spoil)).toEqual([expected]);
  });

  test('with every mistake named at once, in both languages', () => {
    const refused = refusal(
      JSON.stringify({
        ...smallPlan(),
        year: 'x',
        startsOn: '2027-13-01',
        targets: [{ indicatorCode: 'A', clauseCode: 'B' }],
      }),
    );
    expect(refused.key).toBe('PLAN_FILE_REFUSED');
    expect(refused.args['count']).toBe(refused.fields.length);
    expect(refused.fields.map((field) => field.path).sort()).toEqual([
      'startsOn',
      'targets.0.clauseCode',
      'targets.0.comparator',
      'targets.0.dueOn',
      'targets.0.indicatorCode',
      'targets.0.targetPercent',
      'year',
    ]);
    for (const field of refused.fields)
      expect(`${field.messages.vi}${field.messages.en}`).not.toMatch(/\{\w+\}/);
  });

  test('when it is not JSON, naming the line', () => {
    expect(refusal('{\n  "code": "A",,\n}')).toMatchObject({ key: 'PLAN_FILE_NOT_JSON', args: { line: 2 } });
    expect(refusal('{\n')).toMatchObject({ key: 'PLAN_FILE_NOT_JSON', args: { line: 2 } });
    expect(refusal('')).toMatchObject({ key: 'PLAN_FILE_NOT_JSON', args: { line: 1, column: 1 } });
  });

  test.each(['[]', 'null', '"Kế hoạch"', '7'])('when it is %s', (text) => {
    expect(refusal(text).fields.map((field) => field.key)).toEqual(['PLAN_FILE_WRONG_TYPE']);
  });

  test('when it was saved as UTF-16, which reads as NULs', () => {
    expect(refusal('{\n\0')).toMatchObject({ key: 'PLAN_FILE_HAS_NUL', args: { line: 2 } });
  });

  test('when it is larger than any plan, or nested deeper', () => {
    expect(refusal(' '.repeat(1_000_001)).key).toBe('PLAN_FILE_TOO_LARGE');
    expect(refusal('['.repeat(400_000) + ']'.repeat(400_000)).key).toMatch(/^PLAN_FILE_/);
  });
});

describe('a plan file is read', () => {
  test('with its defaults', () => {
    const plan = readPlanFile(JSON.stringify(smallPlan()), known);
    expect(plan).toMatchObject({ isSample: false, legalBases: [], signatory: null });
    expect(plan.clauses[0]).toMatchObject({ parentCode: null, correctedText: null, quantified: true });
    expect(plan.targets[0]).toMatchObject({ baselinePercent: 0 });
  });

  test('from a Windows editor, with a byte order mark', () => {
    expect(readPlanFile(`\uFEFF${JSON.stringify(smallPlan())}`, known).code).toBe('KH-2027');
  });

  test('in decomposed Vietnamese, which is composed', () => {
    const plan = { ...smallPlan(), title: 'Kế hoạch hướng dẫn từng nhà'.normalize('NFD') };
    expect(readPlanFile(JSON.stringify(plan), known).title).toBe('Kế hoạch hướng dẫn từng nhà');
  });

  test('and reads the same when its result is read again', () => {
    const plan = readPlanFile(JSON.stringify(smallPlan()), known);
    expect(planFileSchema.parse(plan)).toEqual(plan);
  });
});

describe('the plan of Thượng Hồng, 2025', () => {
  const plan: PlanFile = readPlanFile(seed('thuong-hong-2025'), known);
  const clause = (code: string) => plan.clauses.find((each) => each.code === code);

  test('has its eight indicators with the exact comparators of its wording', () => {
    const line = ({ indicatorCode, clauseCode, comparator, targetPercent }: PlanFile['targets'][number]) =>
      `${indicatorCode} ${clauseCode} ${comparator} ${targetPercent}`;
    expect(plan.targets.map(line)).toEqual([
      'HOUSEHOLD_SKILLS II.2.a GTE 70',
      'ONLINE_DOSSIERS II.2.b GTE 90',
      'EPAYMENT II.2.c GT 80',
      'SMARTPHONE II.2.d GT 80',
      'VNEID_SERVICE_USERS II.2.e GTE 80',
      'HOUSEHOLDS_GUIDED III.1.2.c GTE 90',
      'HEALTH_BOOK II.2.e null null',
      'VNEID_LEVEL2 III.1.1.b null null',
    ]);
  });

  test('quotes the percentages that its clauses state', () => {
    for (const target of plan.targets.filter((each) => each.targetPercent !== null)) {
      expect(clause(target.clauseCode)?.text).toContain(`${target.targetPercent}%`);
      expect(/trên \d+%/.test(clause(target.clauseCode)?.text ?? '')).toBe(target.comparator === 'GT');
    }
  });

  test('keeps the slips of the original beside the correction', () => {
    expect(clause('II.2.d')).toMatchObject({
      text: expect.stringContaining('phần đầu'),
      correctedText: expect.stringContaining('phấn đấu'),
    });
    expect(clause('V.3.a')).toMatchObject({
      text: expect.stringContaining('số sức khỏe'),
      correctedText: expect.stringContaining('Sổ sức khỏe'),
    });
    for (const each of plan.clauses) expect(each.correctedText).not.toBe(each.text);
  });

  test('counts “hầu hết” as not quantified, and nothing else', () => {
    expect(plan.clauses.filter((each) => !each.quantified).map((each) => each.code)).toEqual(['II.1.a']);
    for (const each of plan.clauses) expect(each.quantified).toBe(!/hầu hết/.test(each.text));
  });

  test('names who leads every task', () => {
    for (const task of plan.tasks) expect(task.units.filter((unit) => unit.isLead)).toHaveLength(1);
    expect(plan.tasks.find((task) => task.code === 'BAO_CAO_TO')).toMatchObject({
      dueOn: '2025-12-14',
      recurrence: 'QUARTERLY',
    });
  });
});

test('the sample plan of 2026 can be read and says that it is invented', () => {
  const plan = readPlanFile(seed('thuong-hong-2026-sample'), known);
  expect(plan).toMatchObject({ isSample: true, title: expect.stringContaining('(dữ liệu mẫu)') });
});

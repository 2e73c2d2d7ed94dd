/** Judges villages and keeps their flags: reads all at once, decides with pure functions, writes all at once. */
import { emit, type Context } from '../../kernel/index.js';
import { observeVillage, type Observation } from './detector.js';
import { FlagChanged, FlagClosed, FlagOpened } from './flag.events.js';
import {
  deleteWatched,
  findLiveFlags,
  insertWatched,
  readFacts,
  updateFlags,
  type FlagUpdate,
  type NewFlag,
  type StoredFlag,
} from './flag.queries.js';
import { nextStep, type Moment } from './lifecycle.js';

interface Evaluation {
  /** Null: every village of the commune. */
  villageIds: readonly number[] | null;
  moment: Moment;
  day: string;
}

/** Evaluates and writes; gives the villages whose flags opened, closed or changed severity. */
export async function evaluateFlags(ctx: Context, evaluation: Evaluation): Promise<number[]> {
  const { villageIds, moment, day } = evaluation;
  const live = await findLiveFlags(ctx, villageIds, moment === 'DAILY');
  // Recomputes only close or update, so where nothing is open there is nothing to judge.
  if (moment === 'RECOMPUTE' && live.length === 0) return [];
  const villages = await readFacts(ctx, villageIds, day);
  const seen = villages.flatMap((village) =>
    observeVillage(village, day).map((observation) => ({
      ...observation,
      planId: village.planId,
      villageId: village.villageId,
    })),
  );
  return write(ctx, decide(live, seen, evaluation), live, day);
}

type Seen = Observation & { planId: string; villageId: number };
type Subject = Pick<Seen, 'planId' | 'villageId' | 'reason' | 'indicatorCode'>;

interface Decision {
  watch: NewFlag[];
  forget: string[];
  update: FlagUpdate[];
}

const subjectKey = ({ planId, villageId, reason, indicatorCode }: Subject) =>
  `${planId} ${villageId} ${reason} ${indicatorCode ?? ''}`;

/** Pure: every live flag and every observation once. A flag that nothing observes any more can't apply. */
export function decide(live: StoredFlag[], seen: Seen[], when: { moment: Moment; day: string }): Decision {
  const observations = new Map(seen.map((observation) => [subjectKey(observation), observation]));
  const decision: Decision = { watch: [], forget: [], update: [] };
  for (const flag of live) {
    const observation = observations.get(subjectKey(flag)) ?? null;
    observations.delete(subjectKey(flag));
    const step = nextStep(flag, observation, when);
    const { id, status: from, severity } = flag;
    const evidence = observation?.evidence ?? null;
    if (step.do === 'FORGET') decision.forget.push(id);
    if (step.do === 'CLOSE') decision.update.push({ id, from, severity, evidence, close: true });
    if (step.do === 'OPEN' || step.do === 'UPDATE') {
      decision.update.push({ id, from, severity: step.severity, evidence, close: false });
    }
  }
  for (const { planId, villageId, reason, indicatorCode, evidence, ...rest } of observations.values()) {
    const step = nextStep(null, rest, when);
    if (step.do !== 'WATCH') continue;
    decision.watch.push({ planId, villageId, reason, indicatorCode, severity: step.severity, evidence });
  }
  return decision;
}

async function write(ctx: Context, decision: Decision, live: StoredFlag[], day: string): Promise<number[]> {
  await insertWatched(ctx, decision.watch, day);
  await deleteWatched(ctx, decision.forget);
  const written = await updateFlags(ctx, decision.update);
  const before = new Map(live.map((flag) => [flag.id, flag]));
  const touched = new Set<number>();
  for (const update of decision.update) {
    const flag = before.get(update.id)!;
    if (written.has(update.id) && (await announce(ctx, flag, update))) touched.add(flag.villageId);
  }
  return [...touched];
}

/** Emits what changed for people; a refreshed evidence is not news. */
async function announce(ctx: Context, flag: StoredFlag, update: FlagUpdate): Promise<boolean> {
  const { id, villageId, reason, indicatorCode } = flag;
  const subject = { type: 'lag_flag', id };
  const data = { flagId: id, villageId, reason, indicatorCode };
  if (update.close) await emit(ctx, FlagClosed, { subject, data: { ...data, severity: flag.severity } });
  else if (flag.status === 'WATCHED') {
    await emit(ctx, FlagOpened, { subject, data: { ...data, severity: update.severity } });
  } else if (flag.severity !== update.severity) {
    await emit(ctx, FlagChanged, { subject, data: { ...data, from: flag.severity, to: update.severity } });
  } else return false;
  return true;
}

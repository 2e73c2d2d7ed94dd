// Fills an empty database with the sample commune, all or nothing. Facts are inserted; everything that is
// computed (states, values, history, flags and their events) comes from the real use cases, which live
// through the plan's days one by one, as they would have.
import { openDatabase, openUnit } from '../kernel/database.js';
import { addDays, atVietnamTime, vietnamDay, type Context, type Logger } from '../kernel/index.js';
import { entities } from '../modules.js';
import { evaluateFlags } from '../modules/flags/index.js';
import {
  catalogue,
  recomputeCommuneValues,
  recomputeVillageValues,
  rollUpCommuneValues,
} from '../modules/indicators/index.js';
import { readPlanFile } from '../modules/plan/plan-file.js';
import { projectHouseholds } from '../modules/visits/index.js';
import { enforceRoles } from '../roles.js';
import { loadPlan, seedPlanText } from './load-plan.js';
import {
  generateSample,
  loadSample,
  sampleOpensAt,
  type LoadedCommune,
  type SampleFacts,
  type SampleWork,
} from './sample/index.js';

const planStart = '2025-10-01';

export interface SeedOptions {
  ownerUrl: string;
  passwordHash: string;
  log: Logger;
  /** Told after each day that was lived through, for a progress line. */
  progress?: (day: string) => void;
}

/** Loads the sample commune and its two plans; false when the database has a commune already. */
export async function seedSample({ ownerUrl, passwordHash, log, progress }: SeedOptions): Promise<boolean> {
  enforceRoles();
  const database = await openDatabase(ownerUrl, 2, entities, log);
  const clock = { now: () => sampleOpensAt, state: { assumed: true, offsetMs: 0 } };
  try {
    const unit = await openUnit({ database, clock, log }, { jobOf: null }, 'seed');
    try {
      return await unit.transaction(async () => {
        if (await hasCommune(unit.ctx)) return false;
        const facts = generateSample();
        await setClock(unit.ctx);
        const commune = await loadSample(unit.ctx.db, facts, { passwordHash, now: sampleOpensAt });
        await unit.reenter({ jobOf: commune.communeId });
        await loadPlans(unit.ctx, commune.communeId, facts);
        await liveThrough(unit.ctx, commune, byDay(facts), progress);
        return true;
      });
    } finally {
      unit.close();
    }
  } finally {
    await database.close();
  }
}

async function hasCommune(ctx: Context): Promise<boolean> {
  // Two seeds at once: the second waits and then finds the commune.
  await ctx.db.query('lock table commune in exclusive mode');
  const [row] = await ctx.db.query('select 1 as one from commune limit 1');
  return row !== undefined;
}

async function setClock(ctx: Context): Promise<void> {
  await ctx.db.query(
    'update business_clock set assumed = true, anchor_at = $1, heartbeat_at = clock_timestamp()',
    [sampleOpensAt],
  );
}

async function loadPlans(ctx: Context, communeId: number, { units }: SampleFacts): Promise<void> {
  const known = {
    indicatorCodes: catalogue.map(({ code }) => code),
    unitCodes: units.map(({ code }) => code),
  };
  await loadPlan(ctx.db, communeId, readPlanFile(seedPlanText('thuong-hong-2025'), known), {
    activate: true,
  });
  await loadPlan(ctx.db, communeId, readPlanFile(seedPlanText('thuong-hong-2026-sample'), known), {
    activate: false,
  });
}

/** What each day brought, by day. */
function byDay(facts: SampleWork): Map<string, SampleWork> {
  const daily = new Map<string, SampleWork>();
  const workOf = (at: Date) => {
    const day = vietnamDay(at);
    const work = daily.get(day) ?? { visits: [], sessions: [], dossierMonths: [] };
    daily.set(day, work);
    return work;
  };
  for (const visit of facts.visits) workOf(visit.recordedAt).visits.push(visit);
  for (const session of facts.sessions) workOf(session.recordedAt).sessions.push(session);
  for (const month of facts.dossierMonths) workOf(month.recordedAt).dossierMonths.push(month);
  return daily;
}

async function liveThrough(
  ctx: Context,
  commune: LoadedCommune,
  daily: Map<string, SampleWork>,
  progress?: (day: string) => void,
): Promise<void> {
  const lastDay = vietnamDay(sampleOpensAt);
  standAt(ctx, planStart, '00:30');
  await recomputeCommuneValues(ctx);
  for (let day = planStart; day < lastDay; day = addDays(day, 1)) {
    standAt(ctx, day, '01:00');
    await evaluateFlags(ctx, { villageIds: null, moment: 'DAILY', day });
    const work = daily.get(day);
    if (work) await workADay(ctx, commune, day, work);
    if (isEarly(day) || isMonday(day)) await tellPlanner(ctx);
    progress?.(day);
  }
  standAt(ctx, lastDay, '00:30');
  await recomputeCommuneValues(ctx);
  standAt(ctx, lastDay, '01:00');
  await evaluateFlags(ctx, { villageIds: null, moment: 'DAILY', day: lastDay });
}

async function workADay(ctx: Context, commune: LoadedCommune, day: string, work: SampleWork): Promise<void> {
  standAt(ctx, day, '21:30');
  await commune.add(work);
  const homes = new Set([
    ...work.visits.map(({ homeId }) => homeId),
    ...work.sessions.flatMap(({ homeIds }) => homeIds),
  ]);
  await projectHouseholds(ctx, [...homes]);
  for (const villageId of await villagesOf(ctx, [...homes])) await recomputeVillageValues(ctx, villageId);
  await rollUpCommuneValues(ctx);
}

const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
const isEarly = (day: string) => day < addDays(planStart, 3);

// It is one long transaction, which autovacuum cannot look into: the planner would go on believing that the
// tables are as empty as they were at its start, and check every foreign key by reading them whole.
function tellPlanner(ctx: Context): Promise<object[]> {
  return ctx.db.query(
    'analyze visit, visit_performer, guidance_session, guidance_session_household, household_state',
  );
}

/** Moves this piece of work to another moment of the commune's past. */
function standAt(ctx: Context, day: string, time: string): void {
  ctx.now = atVietnamTime(day, time);
  ctx.today = day;
}

async function villagesOf(ctx: Context, homeIds: string[]): Promise<number[]> {
  const rows = await ctx.db.query<{ village_id: number }>(
    'select distinct village_id from household where id = any($1) order by village_id',
    [homeIds],
  );
  return rows.map(({ village_id }) => village_id);
}

/**
 * Recomputing a whole commune from its raw rows (states, values, activity, history, flags) against the bare parallel
 * aggregate over the states alone, on the sample commune multiplied: the ratio is what being right costs over
 * just counting.
 */
import { asAdmin } from '../../launcher/database.mjs';
import { median, ratioOf } from '../lib/measure.mjs';
import { fromServer } from '../lib/world.mjs';

const TIMES_THE_SAMPLE = 15;
const ROUNDS = 5;
const NAME = 'full-recompute';

export const names = {
  [NAME]: 'ms of recomputing everything of a large commune, over the bare aggregate’s (no goal yet)',
};

/** @type {import('./index.mjs').Scenario['run']} */
export async function run(world, { stopping, say }) {
  const database = await world.sampleCopy('bench_recompute');
  const homes = await multiply(database.ownerUrl);
  say(`${homes} homes`);
  const { recompute, aggregate, close } = await openRecompute(database.appUrl);
  try {
    // The first pass writes what the multiplied rows change; afterwards nothing differs, as on an ordinary night.
    await recompute();
    await aggregate();
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const bare = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      stopping.throwIfAborted();
      ours.push(await milliseconds(recompute));
      bare.push(await milliseconds(aggregate));
    }
    return [
      {
        name: NAME,
        unit: 'ms',
        ours: median(ours),
        peer: median(bare),
        ratio: ratioOf(ours, bare),
        notes: [`${homes} homes, from raw visits on; the peer only aggregates the ready states`],
      },
    ];
  } finally {
    await close();
  }
}

/** @param {() => Promise<unknown>} work */
async function milliseconds(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The sample's homes and visits again and again under new ids. @param {string} ownerUrl @returns {Promise<number>} homes */
function multiply(ownerUrl) {
  return asAdmin(ownerUrl, async (client) => {
    await client.query(`
      begin;
      create temporary table copy on commit drop as
        select h.id as original, uuidv7() as id, k from household h cross join generate_series(2, ${TIMES_THE_SAMPLE}) k;
      insert into household (id, commune_id, village_id, kind, code, head_name, adults, citizens14, removed_on, created_at)
        select c.id, h.commune_id, h.village_id, h.kind, h.code || '-' || c.k, h.head_name, h.adults, h.citizens14, h.removed_on, h.created_at
        from copy c join household h on h.id = c.original;
      insert into household_village (commune_id, household_id, village_id, valid_from, valid_to)
        select v.commune_id, c.id, v.village_id, v.valid_from, v.valid_to from copy c join household_village v on v.household_id = c.original;
      insert into household_state (household_id, commune_id, village_id)
        select c.id, s.commune_id, s.village_id from copy c join household_state s on s.household_id = c.original;
      insert into visit (id, commune_id, household_id, village_id, visited_at, result, topics, adults, citizens14,
          adults_with_smartphone, adults_with_epayment, vneid_level2, health_book, skills, skills_version, recorded_by_id, recorded_at, payload_hash)
        select uuidv7(), v.commune_id, c.id, v.village_id, v.visited_at, v.result, v.topics, v.adults, v.citizens14,
          v.adults_with_smartphone, v.adults_with_epayment, v.vneid_level2, v.health_book, v.skills, v.skills_version, v.recorded_by_id, v.recorded_at, v.payload_hash
        from copy c join visit v on v.household_id = c.original
        where v.corrects_id is null and not exists (select from visit e where e.corrects_id = v.id);
      commit;`);
    await client.query('vacuum (analyze) household, household_village, household_state, visit');
    const { rows } = await client.query('select count(*)::integer as homes from household_state');
    return rows[0].homes;
  });
}

/** The server's own use case and its own aggregate, each in one transaction, in the scope of the commune. @param {string} url */
async function openRecompute(url) {
  const { entities } = await fromServer('modules.js');
  const { openDatabase, openUnit } = await fromServer('kernel/database.js');
  const { BusinessClock } = await fromServer('kernel/clock.js');
  const { createLogger } = await fromServer('kernel/log.js');
  const { recomputeCommuneValues } = await fromServer('modules/indicators/index.js');
  const { AGGREGATE_COMMUNE, DROP_AGGREGATE } = await fromServer('modules/indicators/recompute.sql.js');
  const log = createLogger('error');
  const database = await openDatabase(url, 2, entities, log);
  const clock = new BusinessClock(database);
  await clock.start();
  const rows = await database.system('select * from every_commune() as id');
  const unit = await openUnit({ database, clock, log }, { jobOf: rows[0].id }, 'bench');
  const [plan] = await unit.ctx.db.query('select starts_on, ends_on from plan where is_active');
  return {
    recompute: () => unit.transaction(() => recomputeCommuneValues(unit.ctx)),
    aggregate: () =>
      unit.transaction(async () => {
        await unit.ctx.db.query(DROP_AGGREGATE);
        await unit.ctx.db.query(AGGREGATE_COMMUNE, [
          rows[0].id,
          unit.ctx.today,
          plan.starts_on,
          plan.ends_on,
        ]);
      }),
    close: async () => {
      clock.stop();
      unit.close();
      await database.close();
    },
  };
}

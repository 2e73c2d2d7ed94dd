import { expect, test } from '@jest/globals';
import { createWorld } from '../../../../tests/kit/world.js';
test('measure', async () => {
  const world = await createWorld();
  const c = await world.as('vanhoa');
  await world.owner.query(`with home as (insert into household (commune_id, village_id, kind, code, head_name, lane, address, phone, adults, citizens14, created_at, verified_on)
    select $1, $2, 'HOUSEHOLD', 'X-' || n, 'Nguyễn Văn Số ' || n, 'Ngõ ' || n % 20, 'Số nhà ' || n, '0987654321', 3, 4, now(), '2025-11-01' from generate_series(1, 20000) n returning id)
    insert into household_village (commune_id, household_id, village_id, valid_from) select $1, id, $2, '2025-07-01' from home`, [world.communeId, world.units['DONG']]);
  await world.owner.query(`insert into household_state (commune_id, village_id, household_id, last_visit_on, met_on, guided_on, adults_with_smartphone, adults_with_epayment, vneid_level2, health_book) select commune_id, village_id, id, '2025-11-01','2025-11-01','2025-11-01',3,2,2,1 from household on conflict do nothing`).catch(e => console.log(String(e)));
  await world.owner.query('analyze');
  for (const format of ['XLSX', 'CSV', 'XLSX', 'CSV']) {
    let lag = 0, last = performance.now(); const iv = setInterval(() => { const n = performance.now(); lag = Math.max(lag, n - last); last = n; }, 5);
    const before = process.memoryUsage(); const t = performance.now();
    const { exportHouseholds: f } = await c.ask<any>(`mutation { exportHouseholds(format: ${format}, reason: "đo thử tốc độ xuất") { path rows } }`);
    const ms = performance.now() - t; await new Promise(r => setTimeout(r, 20)); clearInterval(iv);
    const after = process.memoryUsage();
    const r = await fetch(world.url + f.path, { headers: { cookie: c.cookie } });
    const b = Buffer.from(await r.arrayBuffer());
    console.log(format, f.rows, 'rows', Math.round(ms), 'ms', b.length, 'bytes; longest block', Math.round(lag), 'ms; heap', Math.round((after.heapUsed - before.heapUsed) / 1e6), 'MB rss', Math.round(before.rss / 1e6), '->', Math.round(after.rss / 1e6));
  }
  await world.owner.query(`with home as (insert into household (commune_id, village_id, kind, code, head_name, created_at) values ($1,$2,'HOUSEHOLD','Y-1','A',now()) returning id) insert into household_village (commune_id, household_id, village_id, valid_from) select $1, id, $2, '2025-07-01' from home`, [world.communeId, world.units['DONG']]);
  expect(await c.refused(`mutation { exportHouseholds(format: CSV, reason: "đo thử tốc độ xuất") { path rows } }`)).toBe('EXPORT_TOO_LARGE');
  await world.close();
}, 120000);

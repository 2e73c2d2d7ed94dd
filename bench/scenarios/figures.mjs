/**
 * The same figures out of two differently shaped answers, to compare before anything is measured: a peer that reads
 * less, or other rows, would be fast for the wrong reason.
 *
 * @typedef {Record<'targets' | 'commune' | 'trends' | 'villages', Record<string, unknown>>} Figures
 */

/** @param {any} data @returns {Figures} */
export function figuresOfOurs({ scoreboard: { indicators, villages } }) {
  return {
    targets: byKey(indicators, 'code', (each) => [each.clauseCode, each.comparator, each.targetPercent]),
    commune: byKey(indicators, 'code', ({ commune }) => figure(commune)),
    trends: byKey(indicators, 'code', ({ trend }) => trend.map(point)),
    villages: byKey(villages, 'code', (village) => ({
      ...activity(village),
      name: village.name,
      cells: byKey(village.cells, 'indicatorCode', figure),
      flags: byKey(village.flags, 'id', flag),
    })),
  };
}

/** @param {any} data @returns {Figures} */
export function figuresOfPostgraphile({ planByRowId: plan }) {
  const { committee, villages } = plan.communeByCommuneId;
  const values = 'indicatorValuesByCommuneIdAndOrgUnitId';
  return {
    targets: byKey(plan.planTargetsByCommuneIdAndPlanId.nodes, 'indicatorCode', (each) => [
      each.clauseCode,
      each.comparator,
      each.targetPercent,
    ]),
    commune: byKey(committee.nodes[0][values].nodes, 'indicatorCode', figure),
    trends: mapValues(
      Object.groupBy(committee.nodes[0].trend.nodes, (/** @type {any} */ { code }) => code),
      point,
    ),
    villages: byKey(villages.nodes, 'code', (village) => ({
      ...activity(village.villageActivityByCommuneIdAndVillageId),
      name: village.name,
      cells: byKey(village[values].nodes, 'indicatorCode', figure),
      flags: byKey(village.lagFlagsByCommuneIdAndVillageId.nodes, 'rowId', flag),
    })),
  };
}

/** @param {any} cell */
function figure({ numerator, denominator, unknownHouseholds }) {
  return [numerator, denominator, unknownHouseholds];
}

/** @param {any} point */
function point({ onDate, numerator, denominator }) {
  return [onDate, numerator, denominator];
}

/** @param {any} flag */
function flag({ reason, severity, indicatorCode }) {
  return [reason, severity, indicatorCode];
}

/** @param {any} village */
function activity({ households, householdsVisited, visits30Days, weeklyVisits }) {
  return { households, householdsVisited, visits30Days, weeklyVisits };
}

/** @param {any[]} items @param {string} key @param {(item: any) => unknown} value */
function byKey(items, key, value) {
  return Object.fromEntries(items.map((item) => [item[key], value(item)]));
}

/** @param {Partial<Record<string, any[]>>} groups @param {(item: any) => unknown} value */
function mapValues(groups, value) {
  return Object.fromEntries(Object.entries(groups).map(([key, items = []]) => [key, items.map(value)]));
}

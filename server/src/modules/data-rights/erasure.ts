/**
 * Making a home nobody's: who lives there is taken away, what is counted stays, so figures and history stay true.
 * What that means for each table stands once, in anonymise_homes() of the migrations; retention does the same later
 * to every home.
 */
import { emit, personOf, type Context } from '../../kernel/index.js';
import { getHousehold } from '../households/index.js';
import { defineSqlRetention } from '../privacy/index.js';
import { HouseholdAnonymised } from './data-request.events.js';

/** At the request of whoever lives there. Doing it again changes nothing. */
export async function eraseHousehold(ctx: Context, householdId: string): Promise<void> {
  const { villageId } = await getHousehold(ctx, householdId);
  await withdrawEvery(ctx, householdId);
  const [answer] = await ctx.db.query<{ done: boolean }>('select anonymise_household($1, $2) as done', [
    householdId,
    ctx.today,
  ]);
  ctx.db.em.clear();
  if (!answer?.done) return;
  await emit(ctx, HouseholdAnonymised, {
    subject: { type: 'household', id: householdId },
    data: { householdId, villageId },
  });
}

// Nobody stands behind them any more.
async function withdrawEvery(ctx: Context, householdId: string): Promise<void> {
  await ctx.db.query(
    `update consent set withdrawn_at = $2, withdrawn_by_id = $3 where household_id = $1 and withdrawn_at is null`,
    [householdId, ctx.now, personOf(ctx.identity)],
  );
}

defineSqlRetention({
  key: 'VISIT_DETAIL',
  title: { vi: 'Ghi chú và thiết bị của lượt thăm', en: 'Notes and devices of visits' },
  expired: 'expired_visit_details',
  retire: 'retire_visit_details(before, most)',
});
defineSqlRetention({
  key: 'HOUSEHOLDS',
  title: { vi: 'Tên, địa chỉ, điện thoại của hộ', en: 'Names, addresses and phones of homes' },
  expired: 'expired_households',
  retire: 'retire_households(before, most, day)',
});
defineSqlRetention({
  key: 'DATA_REQUESTS',
  title: { vi: 'Nội dung yêu cầu đã xử lý', en: 'What decided requests said' },
  expired: 'expired_data_requests',
  retire: 'retire_data_requests(before, most)',
});

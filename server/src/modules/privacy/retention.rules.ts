/**
 * What is kept for how long. A module that keeps personal detail says how to find what is too old and how to take it
 * away; the figures and the fact that something happened stay. Modules below register theirs (defineSqlRetention); the
 * rules of what stands above this one are here.
 */
import { z } from 'zod';
import { addMonths, type Context } from '../../kernel/index.js';
import { defineParameter, type Bilingual } from '../parameters/index.js';

export const retentionMonths = defineParameter({
  key: 'retention-months',
  title: {
    vi: 'Giữ chi tiết cá nhân sau năm kế hoạch',
    en: 'Personal detail is kept after the plan’s year for',
  },
  unit: { vi: 'tháng', en: 'months' },
  shape: z.int().min(1).max(240),
  default: {
    value: 24,
    legalBasis:
      'Quy ước của hệ thống, không phải quy định của pháp luật; Luật 91/2025/QH15 yêu cầu không giữ lâu hơn mục đích, UBND xã quyết định',
    validFrom: '2025-01-01',
    isConfirmed: true,
  },
});

/**
 * The first day of which personal detail is still kept. Detail of a plan's year is kept until that many months after
 * the year has ended, so it goes year by year. Pure.
 */
export function keptFrom(today: string, months: number): string {
  return `${addMonths(today, -months).slice(0, 4)}-01-01`;
}

/** What a rule is asked for: what lies before `before`, an instant; `day` is the commune's day. */
export interface Reach {
  before: Date;
  day: string;
}

export interface RetentionRule {
  key: string;
  title: Bilingual;
  /** How many rows wait to be taken away. */
  count(ctx: Context, reach: Reach): Promise<number>;
  /** Takes at most so many away and says how many; doing it again takes nothing twice. */
  run(ctx: Context, reach: Reach, most: number): Promise<number>;
}

const rules = new Map<string, RetentionRule>();

function defineRetention(rule: RetentionRule): void {
  if (rules.has(rule.key)) throw new Error(`Retention rule ${rule.key} is defined twice`);
  rules.set(rule.key, rule);
}

export function everyRetentionRule(): RetentionRule[] {
  return [...rules.values()];
}

interface SqlRule {
  key: string;
  title: Bilingual;
  /** A function of the database that gives the ids of what is too old: (before). */
  expired: string;
  /** An expression that takes it away and gives the number: $1 before, $2 the most, $3 the day. */
  retire: string;
}

/** A rule whose two halves are functions of the database, because the application may not change such rows itself. */
export function defineSqlRetention({ key, title, expired, retire }: SqlRule): void {
  defineRetention({
    key,
    title,
    async count(ctx, { before }) {
      const [row] = await ctx.db.query<{ count: number }>(
        `select count(*)::int as count from ${expired}($1)`,
        [before],
      );
      return row!.count;
    },
    async run(ctx, { before, day }, most) {
      const values = [before, most, day];
      const [row] = await ctx.db.query<{ taken: number }>(
        `select ${retire} as taken from (select $1::timestamptz as before, $2::integer as most, $3::date as day) reach`,
        values,
      );
      return row!.taken;
    },
  });
}

defineSqlRetention({
  key: 'EVENT_DETAIL',
  title: { vi: 'Chi tiết trước và sau trong lịch sử', en: 'Values before and after in the history' },
  expired: 'expired_event_details',
  retire: 'retire_event_details(before, most)',
});
defineSqlRetention({
  key: 'READINGS',
  title: { vi: 'Nhật ký ai đã xem danh sách nào', en: 'Who read which list' },
  expired: 'expired_readings',
  retire: 'forget_readings(before)',
});
defineSqlRetention({
  key: 'SESSIONS',
  title: { vi: 'Phiên đăng nhập đã kết thúc và địa chỉ mạng', en: 'Ended sessions and their addresses' },
  expired: 'expired_sessions',
  retire: 'retire_sessions(before, most)',
});
defineSqlRetention({
  key: 'INVITATIONS',
  title: { vi: 'Liên kết mời đã dùng hoặc hết hạn', en: 'Invitations that were used or have run out' },
  expired: 'expired_invitations',
  retire: 'retire_invitations(before, most)',
});

/**
 * Public holidays, and the Saturdays worked in exchange for some of them. The Labour Code names the days; on which
 * working days Tết and the second day of the National Day fall is announced year by year.
 */
import { z } from 'zod';
import { addWorkingDays, type Context, type WorkCalendar } from '../../kernel/index.js';
import { defineParameter } from './parameter.definition.js';
import { parameterOn } from './parameter.service.js';

const day = z.strictObject({
  day: z.iso.date(),
  name: z.string().trim().min(1).max(200),
  /** False until the day is announced. */
  confirmed: z.boolean(),
});
type NamedDay = z.infer<typeof day>;

const named = (name: string, confirmed: boolean, ...days: string[]): NamedDay[] =>
  days.map((on) => ({ day: on, name, confirmed }));

export const holidays = defineParameter({
  key: 'holidays',
  title: {
    vi: 'Ngày nghỉ lễ, Tết và ngày làm bù',
    en: 'Public holidays, and days worked in exchange',
  },
  unit: null,
  shape: z.strictObject({ daysOff: z.array(day).max(400), workdays: z.array(day).max(100) }),
  default: {
    legalBasis:
      'Điều 111, Điều 112 Bộ luật Lao động số 45/2019/QH14; lịch nghỉ và hoán đổi theo thông báo hằng năm',
    validFrom: '2025-01-01',
    isConfirmed: false,
    value: {
      daysOff: [
        ...named('Tết Dương lịch', true, '2025-01-01'),
        ...named(
          'Tết Nguyên đán Ất Tỵ',
          true,
          '2025-01-27',
          '2025-01-28',
          '2025-01-29',
          '2025-01-30',
          '2025-01-31',
        ),
        ...named('Giỗ Tổ Hùng Vương', true, '2025-04-07'),
        ...named('Ngày Chiến thắng', true, '2025-04-30'),
        ...named('Ngày Quốc tế lao động', true, '2025-05-01'),
        ...named('Nghỉ hoán đổi (làm bù thứ Bảy 26/4)', true, '2025-05-02'),
        ...named('Quốc khánh', true, '2025-09-01', '2025-09-02'),
        ...named('Tết Dương lịch', true, '2026-01-01'),
        ...named('Nghỉ hoán đổi (làm bù thứ Bảy 10/1)', false, '2026-01-02'),
        ...named(
          'Tết Nguyên đán Bính Ngọ',
          false,
          '2026-02-16',
          '2026-02-17',
          '2026-02-18',
          '2026-02-19',
          '2026-02-20',
        ),
        ...named('Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)', true, '2026-04-27'),
        ...named('Ngày Chiến thắng', true, '2026-04-30'),
        ...named('Ngày Quốc tế lao động', true, '2026-05-01'),
        ...named('Nghỉ hoán đổi (làm bù thứ Bảy 22/8)', false, '2026-08-31'),
        ...named('Quốc khánh (ngày liền trước)', false, '2026-09-01'),
        ...named('Quốc khánh', true, '2026-09-02'),
        ...named('Tết Dương lịch', true, '2027-01-01'),
        ...named(
          'Tết Nguyên đán Đinh Mùi',
          false,
          '2027-02-05',
          '2027-02-08',
          '2027-02-09',
          '2027-02-10',
          '2027-02-11',
        ),
        ...named('Giỗ Tổ Hùng Vương', true, '2027-04-16'),
        ...named('Ngày Chiến thắng', true, '2027-04-30'),
        ...named('Nghỉ bù Ngày Quốc tế lao động (1/5 là thứ Bảy)', true, '2027-05-03'),
        ...named('Quốc khánh', true, '2027-09-02'),
        ...named('Quốc khánh (ngày liền sau)', false, '2027-09-03'),
      ],
      workdays: [
        ...named('Làm bù cho thứ Sáu 2/5', true, '2025-04-26'),
        ...named('Làm bù cho thứ Sáu 2/1', false, '2026-01-10'),
        ...named('Làm bù cho thứ Hai 31/8', false, '2026-08-22'),
      ],
    },
  },
});

/** The days on which offices work, as they are known on a day. */
export async function workCalendarOn(ctx: Context, on: string): Promise<WorkCalendar> {
  const { daysOff, workdays } = await parameterOn(ctx, holidays, on);
  const days = (list: readonly NamedDay[]) => new Set(list.map((one) => one.day));
  return { holidays: days(daysOff), workdays: days(workdays) };
}

/** The last of so many working days after a day. */
export async function workingDaysAfter(ctx: Context, from: string, count: number): Promise<string> {
  return addWorkingDays(from, count, await workCalendarOn(ctx, from));
}

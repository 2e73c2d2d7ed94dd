/** Tổng quan in one minute: how the plan stands, who needs help first, and why. */
import { expect } from '@jest/globals';
import { join } from 'node:path';
import { eventually, journeys, laptop, type Person } from './kit/index.js';

const journey = journeys();

const indicators = [
  'Kỹ năng số',
  'Hồ sơ trực tuyến',
  'Thanh toán điện tử',
  'Điện thoại thông minh',
  'Định danh VNeID',
  'Hộ được hướng dẫn',
  'Sổ sức khoẻ',
  'VNeID mức 2',
];

journey(
  'the overview shows the eight indicators and says that the data and the day are invented',
  async (stage) => {
    const officer = await stage.worksAs('vanhoa');
    const cards = officer.the('region', 'Các chỉ tiêu của kế hoạch').getByRole('button');
    expect(await cards.count()).toBe(indicators.length);
    for (const [at, name] of indicators.entries()) {
      const words = await cards.nth(at).innerText();
      expect(words).toContain(name);
      expect(words).toMatch(/\d,\d%[^]*[\d.]+ \/ [\d.]+/);
    }
    await officer.reads(/Dữ liệu mẫu · đang giả định hôm nay là thứ Hai 01\/12\/2025, \d\d:\d\d/);
    await officer.reads('còn 30 ngày');
    if (process.env.TAKE_PICTURE === '1') await takePicture(officer);
  },
);

journey(
  'the village that needs help most stands first, and its figure leads to the reason',
  async (stage) => {
    const officer = await stage.worksAs('vanhoa');
    const villages = officer.the('grid', 'Các thôn').getByRole('rowheader').getByRole('link');
    expect(await villages.count()).toBe(20);
    const [first = ''] = await villages.allInnerTexts();
    expect(first).toBe('Thôn Đồng Mận');

    await officer.tap('gridcell', /^Thôn Đồng Mận, Thanh toán điện tử, .*Chậm, có cảnh báo$/);
    const why = await officer.sees('dialog', 'Vì sao?');
    for (const fact of ['Mục tiêu', 'Hôm nay cần đạt', 'Nguồn', 'Tính đến', 'Số hộ chưa rõ']) {
      await why.getByRole('term').filter({ hasText: fact }).first().waitFor();
    }
    const sentence = /thường xuyên thanh toán điện tử đạt 24,9% .* chậm 28,8 điểm phần trăm/;
    await why.getByRole('link', { name: sentence }).waitFor();

    await why.getByRole('link', { name: 'Đến trang Thôn Đồng Mận' }).click();
    await officer.sees('heading', 'Thôn Đồng Mận');
    const warning = await officer.sees('link', sentence);
    const text = await warning.innerText();
    await warning.click();
    await officer.sees('heading', 'Căn cứ');
    await officer.reads(text);
    await officer.reads('Chậm tiến độ');
  },
);

journey('a village is found without its diacritics, and any column can lead the order', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  const villages = officer.the('grid', 'Các thôn').getByRole('rowheader').getByRole('link');
  await officer.the('searchbox', 'Tìm thôn').pressSequentially('dong man');
  await eventually(async () => expect(await villages.allInnerTexts()).toEqual(['Thôn Đồng Mận']));
  await officer.the('searchbox', 'Tìm thôn').fill('');
  await eventually(async () => expect(await villages.count()).toBe(20));

  await officer.tap('combobox', /Xếp theo/);
  await officer.tap('option', 'Kỹ năng số');
  await eventually(async () => {
    const shares = await officer.the('gridcell', /^Thôn .*, Kỹ năng số, /).allInnerTexts();
    const figures = shares.map((share) => Number.parseFloat(share.replace(',', '.')));
    expect(figures).toHaveLength(20);
    expect(figures).toEqual([...figures].sort((one, other) => one - other));
  });
});

/** For the README; taken on demand, so that a test run leaves the checkout as it was. */
async function takePicture({ page }: Person): Promise<void> {
  await page.mouse.move(0, 0);
  const path = join(import.meta.dirname, '../../docs/pictures/dashboard.png');
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: laptop.width, height: 1290 } });
}

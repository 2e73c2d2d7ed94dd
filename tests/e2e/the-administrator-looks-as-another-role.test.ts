/** Xem thử: the administrator sees the pages of another role without anybody's data, and changes nothing meanwhile. */
import { expect } from '@jest/globals';
import { journeys, notAllowed } from './kit/index.js';

const journey = journeys();

const banner = 'Đang xem thử: Trưởng thôn, Thôn An Thuỷ · không có dữ liệu hộ';

journey('as a village head the administrator sees no homes and changes nothing', async (stage) => {
  stage.forgives(notAllowed);
  const administrator = await stage.worksAs('quantri');
  const own = await administrator.places();
  expect(own).not.toContain('Hộ');
  await administrator.choose('Xem thử với vai…');
  const question = await administrator.sees('dialog', 'Xem thử các trang với vai nào?');
  await administrator.picks(/^Thôn/, 'Thôn An Thuỷ');
  await question.getByRole('button', { name: 'Xem thử' }).click();

  await administrator.reads(banner);
  const places = await administrator.places();
  expect(places).toContain('Hộ');
  for (const place of ['Tài khoản', 'Lịch sử', 'Cài đặt']) expect(places).not.toContain(place);
  await administrator.goTo('Hộ');
  await administrator.reads(banner);
  expect(await administrator.everything()).not.toMatch(/Chủ hộ|chưa thăm/);
  await administrator.the('link', 'Thêm hộ').first().click();
  await administrator.page.getByLabel('Mã', { exact: true }).fill('T01-9001');
  await administrator.page.getByLabel('Chủ hộ').fill('Nguyễn Thị Thử');
  await administrator.picks(/^Thôn/, 'Thôn An Thuỷ');
  await administrator.tap('button', 'Lưu');
  const alert = await administrator.sees('alert', '');
  expect(await alert.innerText()).toMatch(/^Bạn đang xem thử với vai khác nên không thay đổi được gì/);

  await administrator.tap('button', 'Thôi xem thử');
  await administrator.page.getByText(banner).waitFor({ state: 'detached' });
  await administrator.settled();
  expect(await administrator.places()).toEqual(own);
});

/** A lost telephone, a stranger at the desk: sessions are seen, ended one by one or all at once, and by the administrator. */
import { expect } from '@jest/globals';
import { journeys, phone, refusal, type Person } from './kit/index.js';

const journey = journeys();

journey('the other device is ended from this one, and then everywhere else', async (stage) => {
  stage.forgives(refusal);
  const owner = await stage.worksAs('mattran');
  const lost = await stage.worksAs('mattran', phone);
  await lost.goTo('Hộ');
  await owner.choose('Truy cập của tôi');
  await owner.reads('● thiết bị này');
  const devices = owner.page.getByRole('listitem').filter({ hasText: 'dùng gần nhất' });
  expect(await devices.count()).toBe(2);
  await devices.getByRole('button', { name: 'Đăng xuất' }).click();
  await owner.reads('Đã đăng xuất thiết bị đó');
  await isOut(lost, 'Lượt thăm');

  const forgotten = [await stage.worksAs('mattran'), await stage.worksAs('mattran', phone)];
  await owner.page.reload();
  await owner.tap('button', 'Đăng xuất mọi nơi khác');
  const question = await owner.sees('dialog', /^Đăng xuất mọi thiết bị khác/);
  await question.getByRole('button', { name: 'Đăng xuất mọi nơi khác' }).click();
  await owner.reads('Đã đăng xuất mọi thiết bị khác');
  for (const one of forgotten) await isOut(one, 'Hộ');
  await owner.goTo('Hộ');
  await owner.sees('row', /Thôn Đông/);
});

journey('a disabled account loses its data at the next step, and does not come back', async (stage) => {
  stage.forgives(refusal);
  const dismissed = await stage.worksAs('trungtam');
  await dismissed.goTo('Hộ');
  const row = await dismissed.sees('row', /Thôn Đông/);
  const [code = ''] = (await row.innerText()).split('\t');
  expect(code).not.toBe('');

  const administrator = await stage.worksAs('quantri');
  await administrator.goTo('Tài khoản');
  await administrator.the('searchbox', 'Tìm theo tên, tên đăng nhập').fill('trungtam');
  await administrator.the('row', /trungtam/).click();
  await administrator.tap('button', 'Khoá tài khoản');
  const question = await administrator.sees('dialog', /^Khoá tài khoản của /);
  await question.getByLabel('Lý do').fill('Đã chuyển công tác');
  await question.getByRole('button', { name: 'Khoá tài khoản' }).click();
  await administrator.reads('Đã khoá tài khoản');
  await administrator.reads('Không đăng nhập ở đâu cả.');

  await isOut(dismissed, 'Lượt thăm');
  expect(await dismissed.everything()).not.toContain(code);
  await dismissed.signIn('trungtam');
  const alert = await dismissed.sees('alert', '');
  expect(await alert.innerText()).toMatch(/mật khẩu chưa đúng/);
});

/** One more step, and the sign-in page is there, with nothing behind it. */
async function isOut(person: Person, place: string): Promise<void> {
  const navigation = await person.navigation();
  await navigation.getByRole('link', { name: place, exact: true }).click();
  await person.sees('button', 'Đăng nhập');
  expect(await person.everything()).not.toMatch(/Thôn |Chủ hộ/);
}

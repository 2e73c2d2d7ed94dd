/** The first day: nobody has an account, the server prints a code, and whoever reads it founds the commune. */
import { expect } from '@jest/globals';
import {
  Authenticator,
  hasNoBarrier,
  journeys,
  laptop,
  notAllowed,
  phone,
  refusal,
  type Person,
} from './kit/index.js';

const journey = journeys({ isEmpty: true });

const login = 'nguyen.thi.hoai';
const secret = 'ao bèo gánh thóc chiều mưa';
const villages = ['Thôn Cầu Đá', 'Thôn Bãi Giữa', 'Thôn Mỹ Lộc'];

let app: Authenticator;
let recoveryCodes: string[];

journey('without the code nobody founds anything, and what was typed stays', async (stage) => {
  stage.forgives(notAllowed);
  const visitor = await stage.arrives();
  await visitor.reads('Máy chủ này chưa có xã nào. Người cài đặt lập xã đầu tiên ở đây.');
  await visitor.tap('link', 'Lập xã mới');
  await visitor.sees('heading', 'Lập xã');
  await fillIn(visitor, 'AAAAA-BBBBB-CCCCC');
  await visitor.tap('button', 'Lập xã');
  const alert = await visitor.sees('alert', '');
  expect(await alert.innerText()).toMatch(/^Mã cài đặt chưa đúng/);
  expect(await visitor.page.getByLabel('Tên xã').inputValue()).toBe('Cửa Sông');
});

journey('with the code the commune is founded, and its administrator gets a second factor', async (stage) => {
  const founder = await stage.opens('/setup', phone);
  await founder.sees('heading', 'Lập xã');
  await hasNoBarrier(founder, 'founding');
  await fillIn(founder, stage.setupCode());
  await founder.reads('3 thôn');
  await founder.tap('button', 'Lập xã');

  await founder.sees('heading', 'Cài xác thực hai bước');
  await founder.tap('button', 'Bắt đầu');
  await founder.sees('img', 'Mã QR để thêm vào ứng dụng xác thực');
  await hasNoBarrier(founder, 'the second factor');
  app = new Authenticator(await founder.page.getByRole('code').innerText());
  await founder.page.getByLabel('Mã 6 chữ số').fill(app.code());
  await founder.tap('button', 'Xác nhận mã');

  await founder.reads(/Đây là lần duy nhất chúng hiện ra/);
  await hasNoBarrier(founder, 'recovery codes');
  recoveryCodes = await founder.page.getByRole('listitem').allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await founder.the('button', 'Vào Từng Nhà').isDisabled()).toBe(true);
  await founder.the('checkbox', 'Tôi đã cất các mã này').check();
  await founder.tap('button', 'Vào Từng Nhà');

  await founder.reads('Xã Cửa Sông');
  const places = await founder.places();
  expect(places).toEqual(expect.arrayContaining(['Tổng quan', 'Thôn và cơ quan', 'Tài khoản', 'Lịch sử']));
  await founder.goTo('Thôn và cơ quan');
  for (const village of villages) await founder.reads(village);
});

journey('the page of founding is closed, and the sign-in page speaks of it no more', async (stage) => {
  const visitor = await stage.opens('/setup');
  await visitor.sees('heading', 'Trang này đã đóng');
  await visitor.tap('link', 'Đến trang đăng nhập');
  await visitor.sees('button', 'Đăng nhập');
  await visitor.page.getByLabel('Tên đăng nhập').fill(login);
  expect(await visitor.everything()).not.toContain('Lập xã');
});

journey('signing in again asks for the next code; one that was used opens nothing', async (stage) => {
  const founder = await (await stage.arrives(phone)).signIn(login, secret);
  await founder.sees('heading', 'Nhập mã xác thực');
  await hasNoBarrier(founder, 'entering a code');
  const code = app.code();
  await enter(founder, 'Mã 6 chữ số', code);
  await founder.reads('Xã Cửa Sông');

  const thief = await (await stage.arrives(laptop)).signIn(login, secret);
  await enter(thief, 'Mã 6 chữ số', code);
  const alert = await thief.sees('alert', '');
  expect(await alert.innerText()).toMatch(/^Mã chưa đúng hoặc đã dùng rồi/);
  expect(await thief.everything()).not.toContain('Xã Cửa Sông');
});

journey('without the telephone a recovery code opens, once', async (stage) => {
  stage.forgives(refusal);
  const [code = ''] = recoveryCodes;
  const founder = await (await stage.arrives()).signIn(login, secret);
  await founder.tap('button', 'Không có điện thoại? Dùng mã khôi phục');
  await enter(founder, 'Mã khôi phục', code.toLowerCase());
  await founder.reads('Xã Cửa Sông');
  await founder.choose('Truy cập của tôi');
  await founder.reads('Còn 9 mã khôi phục chưa dùng');
  await founder.signOut();

  await founder.signIn(login, secret);
  await founder.tap('button', 'Không có điện thoại? Dùng mã khôi phục');
  await enter(founder, 'Mã khôi phục', code);
  const alert = await founder.sees('alert', '');
  expect(await alert.innerText()).toMatch(/^Mã chưa đúng hoặc đã dùng rồi/);
});

async function fillIn(founder: Person, setupCode: string): Promise<void> {
  const answers: [string, string][] = [
    ['Mã cài đặt', setupCode],
    ['Tên xã', 'Cửa Sông'],
    ['Mã xã', '11999'],
    ['Tỉnh, thành phố', 'Hải Phòng'],
    ['Mã tỉnh', '31'],
    ['Danh sách thôn', villages.join('\n')],
    ['Họ và tên', 'Nguyễn Thị Hoài'],
    ['Tên đăng nhập', login],
  ];
  for (const [question, answer] of answers)
    await founder.page.getByLabel(question, { exact: true }).fill(answer);
  await founder.page.getByRole('textbox', { name: 'Mật khẩu' }).fill(secret);
}

async function enter(founder: Person, field: string, code: string): Promise<void> {
  await founder.page.getByLabel(field).fill(code);
  await founder.tap('button', 'Vào');
}

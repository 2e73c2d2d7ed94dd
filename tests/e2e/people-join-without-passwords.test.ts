/** Nobody sends a password: a list is made and put right, slips are handed out, and each chooses a password alone. */
import { expect } from '@jest/globals';
import { eventually, hasNoBarrier, journeys, phone, type Person } from './kit/index.js';

const journey = journeys();

const newcomer = 'Lương Thị Sáu Thơm';
const secret = 'thuyền thúng lưới giăng sương';

const sheet = [
  'Họ và tên;Điện thoại;Năm sinh;Vai trò;Đơn vị;Ghi chú',
  'Đinh Thị Bảy Mơ;0987000101;1979;Trưởng thôn;Thôn An Thuỷ;',
  'Tạ Văn Bình Yên;0987000102;1985;Giám đốc;Thôn An Thuỷ;chức vụ lạ',
  'Khổng Thị Chín;0987000103;85;Trưởng thôn;Thôn Xa Lắc;',
].join('\r\n');

let address: string;

journey('people are invited by hand and by a sheet whose wrong rows are mended in place', async (stage) => {
  const administrator = await stage.worksAs('quantri');
  await administrator.goTo('Tài khoản');
  await administrator.tap('link', 'Mời người dùng');
  await addByHand(administrator);
  await readSheet(administrator);

  await administrator.reads('4 người');
  await administrator.reads('Các cột không dùng đến: Ghi chú');
  await administrator.reads(/Không có vai trò “Giám đốc”.*\(dòng 3 của tệp\)/);
  await administrator.reads(/Năm sinh “85” chưa đúng.*\(dòng 4 của tệp\)/);
  await administrator.reads(/Không có đơn vị “Thôn Xa Lắc”.*\(dòng 4 của tệp\)/);
  await hasNoBarrier(administrator, 'a list to put right');
  await administrator.reads('2 dòng cần sửa sẽ ở lại đây, chưa được mời.');

  await administrator.tap('button', 'Sửa dòng của Tạ Văn Bình Yên');
  await administrator.picks(/^Vai trò/, 'Trưởng thôn');
  await administrator.picks(/^Đơn vị/, 'Thôn An Thuỷ');
  await administrator.tap('button', 'Xong');
  await administrator.tap('button', 'Sửa dòng của Khổng Thị Chín');
  await administrator.tap('button', 'Bỏ dòng này');
  await administrator.reads('Mọi dòng đều mời được.');
  await administrator.tap('button', 'Mời 3 người');

  await administrator.sees('heading', '● Đã mời 3 người');
  const line = administrator.page.getByRole('listitem').filter({ hasText: newcomer });
  await line.getByRole('button', { name: 'Sao chép tin Zalo' }).click();
  await eventually(async () => expect(await administrator.copied()).toContain(`Chào ${newcomer}`));
  [address = ''] = /http\S+/.exec(await administrator.copied()) ?? [];
  expect(address).toMatch(/\/join#/);
  await slipsAreReady(administrator);
});

journey('a link lets one person in, who chooses a password that is hard to guess', async (stage) => {
  const person = await stage.opens(address, phone);
  await person.sees('heading', `Chào ${newcomer}`);
  expect(person.page.url()).not.toContain('#');
  await hasNoBarrier(person, 'choosing a password');
  await choosePassword(person, '1234567890');
  await person.reads(/^Mật khẩu này dễ đoán/);
  await choosePassword(person, secret);
  await person.sees('heading', /Kế hoạch 2025/);
  expect(await person.places()).toEqual(expect.arrayContaining(['Hộ', 'Lượt thăm']));
  await person.signOut();
  await person.signIn('thom.lts', secret);
  await person.sees('heading', /Kế hoạch 2025/);
});

journey('the link is used up', async (stage) => {
  const finder = await stage.opens(address);
  await finder.sees('heading', 'Đường dẫn này không dùng được nữa');
  expect(await finder.everything()).not.toContain(newcomer);

  const administrator = await stage.worksAs('quantri');
  await administrator.goTo('Tài khoản');
  await administrator.the('searchbox', 'Tìm theo tên, tên đăng nhập').fill('luong thi sau');
  await administrator.the('row', new RegExp(newcomer)).getByText('Đang dùng').waitFor();
  await administrator.the('searchbox', 'Tìm theo tên, tên đăng nhập').fill('dinh thi bay');
  await administrator
    .the('row', /Đinh Thị Bảy Mơ/)
    .getByText('Đã mời')
    .waitFor();
});

async function addByHand(administrator: Person): Promise<void> {
  await administrator.tap('button', 'Thêm người');
  await administrator.the('combobox', 'Họ và tên').fill(newcomer);
  await administrator.page.getByLabel('Điện thoại').fill('0987000100');
  await administrator.picks(/^Vai trò/, 'Trưởng thôn');
  await administrator.picks(/^Đơn vị/, 'Thôn Xuân Đỗ');
  await administrator.tap('button', 'Thêm vào danh sách');
  await administrator.reads('Mọi dòng đều mời được.');
}

async function readSheet({ page }: Person): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp Excel, CSV' }).click();
  await (
    await chooser
  ).setFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${sheet}`) });
}

async function choosePassword(person: Person, password: string): Promise<void> {
  await person.page.getByRole('textbox', { name: 'Chọn mật khẩu' }).fill(password);
  await person.tap('button', 'Đặt mật khẩu và vào');
}

/** What the printer gets: a slip for each, and nothing of the panel. */
async function slipsAreReady(administrator: Person): Promise<void> {
  await administrator.page.emulateMedia({ media: 'print' });
  const paper = await administrator.everything();
  for (const name of [newcomer, 'Đinh Thị Bảy Mơ', 'Tạ Văn Bình Yên']) {
    await administrator.sees('img', `Mã QR đường vào của ${name}`);
    expect(paper).toContain(name);
  }
  expect(paper).not.toContain('Tổng quan');
  await administrator.page.emulateMedia({ media: null });
}

/** What a role may not do is not on its screen, and nobody gets further than the sign-in page with a wrong password. */
import { expect } from '@jest/globals';
import { eventually, journeys, phone, refusal } from './kit/index.js';

const journey = journeys();

const aboutHomes = ['Hộ', 'Lượt thăm', 'Buổi hướng dẫn'];
const aboutData = ['Yêu cầu', 'Đồng ý', 'Sự cố', 'Lưu giữ'];
const aboutAccess = ['Tài khoản', 'Khoá kết nối', 'Lịch sử', 'Cài đặt'];

journey('a wrong password is answered in words, and what was typed stays', async (stage) => {
  stage.forgives(refusal);
  const somebody = await stage.arrives();
  await somebody.signIn('vanhoa', 'không-phải-mật-khẩu');
  const alert = await somebody.sees('alert', '');
  expect(await alert.innerText()).toMatch(/mật khẩu/i);
  expect(await somebody.page.getByLabel('Tên đăng nhập').inputValue()).toBe('vanhoa');
  await somebody.signIn('vanhoa');
  await somebody.sees('heading', /Kế hoạch 2025/);
});

journey('who signs out is out, also by the way back', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.goTo('Hộ');
  await officer.signOut();
  await officer.page.goBack();
  await officer.sees('button', 'Đăng nhập');
  expect(await officer.everything()).not.toContain('Chủ hộ');
});

journey('the steering committee reads figures and sees no homes', async (stage) => {
  const viewer = await stage.worksAs('chidao');
  const places = await viewer.places();
  expect(places).toEqual(expect.arrayContaining(['Tổng quan', 'Kế hoạch', 'Các chỉ tiêu', 'Cảnh báo']));
  for (const place of [...aboutHomes, ...aboutData, ...aboutAccess, 'Mọi người'])
    expect(places).not.toContain(place);

  await viewer.the('grid', 'Các thôn').getByRole('link', { name: 'Thôn Đông', exact: true }).click();
  await viewer.sees('heading', 'Thôn Đông');
  await viewer.settled();
  const page = await viewer.everything();
  for (const word of ['Danh sách hộ', 'Ghi nhận lượt thăm', 'Lượt thăm gần đây'])
    expect(page).not.toContain(word);
});

journey('a team member sees the homes of one village and cannot touch teams or people', async (stage) => {
  const member = await stage.worksAs('thanhvien.dong', phone);
  const places = await member.places();
  expect(places).toEqual(expect.arrayContaining(aboutHomes));
  for (const place of [...aboutData, ...aboutAccess]) expect(places).not.toContain(place);

  await member.goTo('Hộ');
  const homes = member.the('list', 'Hộ').getByRole('link');
  await eventually(async () => expect(await homes.count()).toBe(25));
  const cards = await homes.allInnerTexts();
  expect(cards.filter((card) => !card.includes('Thôn Đông ·') && !card.includes('Thôn Đông\n'))).toEqual([]);
  const [, total = ''] = /^Hộ ([\d.]+)$/m.exec(await member.everything()) ?? [];
  expect(Number(total)).toBeGreaterThan(300);
  expect(Number(total)).toBeLessThan(400);

  await member.the('searchbox', 'Tìm chủ hộ, mã, địa chỉ').fill('T02-');
  await member.reads('Không có dòng nào khớp');

  await member.goTo('Tổ công nghệ số');
  await member.tap('link', /thôn Đông/);
  await member.sees('heading', /Tổ công nghệ số cộng đồng thôn Đông/);
  await member.sees('heading', 'Thành viên hiện nay');
  const page = await member.everything();
  for (const word of ['Thêm thành viên', 'Đổi vai trò', 'Thôi tham gia']) expect(page).not.toContain(word);
});

journey('only the administrator finds the settings, and no homes beside them', async (stage) => {
  const administrator = await stage.worksAs('quantri');
  const places = await administrator.places();
  expect(places).toEqual(expect.arrayContaining([...aboutAccess, 'Sự cố']));
  for (const place of [...aboutHomes, 'Yêu cầu', 'Đồng ý']) expect(places).not.toContain(place);

  const leader = await stage.worksAs('lanhdao');
  const read = await leader.places();
  expect(read).toEqual(expect.arrayContaining([...aboutHomes, ...aboutData, 'Lịch sử']));
  for (const place of ['Tài khoản', 'Khoá kết nối', 'Cài đặt']) expect(read).not.toContain(place);
});

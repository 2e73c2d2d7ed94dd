/**
 * The plan's smallest piece of work: a door, a phone in the hand, and the commune's figures that follow at once.
 *
 * The office is promised its new figure within two seconds; the journey prints what it measured and allows five,
 * because the machines that run it are shared.
 */
import { expect } from '@jest/globals';
import { eventually, journeys, phone, type Person } from './kit/index.js';

const journey = journeys();

const ALLOWED_MS = 5000;

journey(
  'a visit stands in the home’s timeline, and the office sees its figure move by itself',
  async (stage) => {
    const officer = await stage.worksAs('vanhoa');
    const before = await guidedHomes(officer);
    const member = await stage.worksAs('thanhvien.dong', phone);
    const head = await openAnUnvisitedHome(member);
    await member.reads('Chưa có lượt thăm nào. Lượt thăm đầu tiên sẽ hiện ở đây.');
    await member.tap('link', 'Ghi nhận lượt thăm');
    await tellWhatWasDone(member);

    const tappedAt = performance.now();
    await member.tap('button', 'Ghi nhận');
    await eventually(async () => expect(await guidedHomes(officer)).toBe(before + 1));
    const tookMs = Math.round(performance.now() - tappedAt);
    process.stdout.write(
      `From the tap on “Ghi nhận” to the new figure on the office's screen: ${tookMs} ms\n`,
    );

    await member.reads(`Đã ghi nhận lượt thăm hộ ${head}`);
    await member.sees('link', /^01\/12\/2025, \d\d:\d\d$/);
    await member.reads('● Gặp');
    await member.reads('Định danh điện tử VNeID mức độ 2 · Thanh toán không dùng tiền mặt');
    const known = await member.everything();
    expect(known).toMatch(/Người lớn có điện thoại thông minh\s+2 \/ 3/);
    expect(known).toMatch(/Người có định danh VNeID mức độ 2\s+1 \/ /);
    expect(known).toMatch(/Có kỹ năng số\s+✓ 01\/12\/2025/);
    expect(tookMs).toBeLessThan(ALLOWED_MS);
  },
);

journey('a home is found from the form as well, which says what is still missing', async (stage) => {
  const member = await stage.worksAs('to.dong', phone);
  await member.goTo('Lượt thăm');
  await member.tap('link', 'Ghi nhận lượt thăm');
  await member.the('combobox', 'Tìm hộ theo tên chủ hộ').pressSequentially('hoang thi');
  const found = member.the('option', /^Hoàng Thị .*Thôn Đông/).first();
  const [head = ''] = (await found.innerText()).split('\n');
  await found.tap();
  await member.tap('button', 'Ghi nhận');
  await member.reads('Hãy chọn kết quả: gặp, vắng nhà, từ chối hay đã chuyển đi.');
  await member.tap('radio', 'Vắng nhà');
  await member.tap('button', 'Ghi nhận');
  await member.reads(`Đã ghi nhận lượt thăm hộ ${head}`);
  await member.reads('○ Vắng nhà');
});

/** How many homes of the commune have been guided, as the office's own screen says it. */
async function guidedHomes(officer: Person): Promise<number> {
  const words = await officer.the('button', /^Hộ được hướng dẫn ≥ 90% \d/).innerText();
  const [, guided = ''] = /([\d.]+) \/ [\d.]+/.exec(words) ?? [];
  return Number(guided.replaceAll('.', ''));
}

/** Looks for a home the way people type on a phone: without diacritics. */
async function openAnUnvisitedHome(member: Person): Promise<string> {
  await member.goTo('Hộ');
  await member.the('searchbox', 'Tìm chủ hộ, mã, địa chỉ').pressSequentially('hoang');
  const homes = member.the('list', 'Hộ').getByRole('link');
  await eventually(async () => {
    const names = await homes.allInnerTexts();
    expect(names.filter((name) => !name.includes('Hoàng'))).toEqual([]);
  });
  const unvisited = homes.filter({ hasText: 'chưa thăm' }).first();
  const [head = ''] = (await unvisited.innerText()).split('\n');
  await unvisited.tap();
  await member.sees('heading', head);
  return head;
}

async function tellWhatWasDone(member: Person): Promise<void> {
  await member.tap('radio', 'Gặp');
  await member.tap('button', 'Định danh điện tử VNeID mức độ 2');
  await member.tap('button', 'Thanh toán không dùng tiền mặt');
  await count(member, 'Người từ 18 tuổi', 3);
  await count(member, 'Người từ 14 tuổi', 4);
  await count(member, 'Người lớn có điện thoại thông minh', 2);
  await count(member, 'Người có định danh VNeID mức độ 2', 1);
  for (const skill of ['Đăng nhập VNeID', 'Thanh toán không dùng tiền mặt', 'Nhận ra lừa đảo qua mạng']) {
    await member.page.getByRole('checkbox', { name: skill }).check();
  }
  await member.reads('3 trong 5');
  await member.page.getByLabel('Ghi chú').fill('Bác chủ nhà muốn học thêm về chuyển khoản');
}

async function count(member: Person, what: string, times: number): Promise<void> {
  for (let tap = 0; tap < times; tap += 1) await member.tap('button', `Thêm một: ${what}`);
  const shown = await member.the('status', what).innerText();
  expect(shown).toMatch(new RegExp(`^${times}\\b`));
}

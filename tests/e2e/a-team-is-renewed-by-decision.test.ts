/** Kiện toàn: people join and leave a team on a day and by a decision; nothing is overwritten, a gap is said aloud. */
import { expect } from '@jest/globals';
import { eventually, journeys, type Person } from './kit/index.js';

const journey = journeys();

const team = 'Tổ công nghệ số cộng đồng thôn Xuân Đỗ';
const newcomer = 'Phạm Thị Thu Hằng';

journey('a team without a leader is pointed out in the list and on its own page', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.goTo('Tổ công nghệ số');
  const row = officer.the('row', new RegExp(team));
  await row.getByText('Khuyết Tổ trưởng', { exact: true }).waitFor();
  await row.click();
  await officer.sees('heading', team);
  await officer.reads('Khuyết Tổ trưởng');
});

journey('a new member joins by decision, leaves by another, and both stay on record', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await addPerson(officer);

  await officer.goTo('Tổ công nghệ số');
  await officer.the('row', new RegExp(team)).click();
  await officer.tap('link', 'Thêm thành viên');
  await officer.sees('heading', `Thêm thành viên vào ${team}`);
  await officer.the('combobox', /^Người/).pressSequentially('thu hang');
  await officer.tap('option', newcomer);
  await officer.page.getByLabel('Từ ngày').fill('20/11/2025');
  await officer.page.getByLabel('Số quyết định').fill('31/QĐ-UBND');
  await officer.page.getByLabel('Ngày quyết định').fill('18/11/2025');
  await officer.tap('button', 'Lưu');

  const member = officer.page.getByRole('listitem').filter({ hasText: newcomer });
  await member.getByText('QĐ số 31/QĐ-UBND').waitFor();
  expect(await member.innerText()).toMatch(/Thành viên[^]*20\/11\/2025 – nay/);

  await member.getByRole('button', { name: 'Thôi tham gia' }).click();
  const question = await officer.sees('dialog', `${newcomer} thôi tham gia ${team}?`);
  expect(await question.getByLabel('Từ ngày').inputValue()).toBe('01/12/2025');
  await question.getByLabel('Số quyết định').fill('35/QĐ-UBND');
  await question.getByLabel('Ngày quyết định').fill('01/12/2025');
  await question.getByRole('button', { name: 'Thôi tham gia' }).click();
  await officer.reads('Đã ghi nhận thôi tham gia');
  await eventually(async () => expect(await member.innerText()).toMatch(/20\/11\/2025 – 01\/12\/2025/));
  await officer.sees('heading', 'Đã thôi tham gia');
  await officer.reads('Khuyết Tổ trưởng');
});

journey('the same person cannot join twice, and the form says so in words', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.goTo('Tổ công nghệ số');
  await officer.the('row', /thôn Đông /).click();
  await officer.tap('link', 'Thêm thành viên');
  await officer.tap('button', 'Lưu');
  await officer.reads('Không được để trống');
  await officer.the('combobox', /^Người/).pressSequentially('tran van khai');
  await officer.tap('option', 'Trần Văn Khải');
  await officer.tap('button', 'Lưu');
  await officer.reads(/^Người này đang ở trong Tổ trong thời gian này\./);
  await officer.sees('heading', /^Thêm thành viên vào/);
});

async function addPerson(officer: Person): Promise<void> {
  await officer.goTo('Mọi người');
  await officer.tap('link', 'Thêm người');
  await officer.page.getByLabel('Họ và tên').fill(newcomer);
  await officer.tap('button', 'Lưu');
  await officer.reads('Đã thêm');
}

/** Nothing is done unseen: who, when, from where, what was before and what came after; and who looked at lists. */
import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import readExcelFile from 'read-excel-file/node';
import { journeys, type Person } from './kit/index.js';

const journey = journeys();

const person = 'Vũ Thị Sen';
const phone = '0912000789';

journey('a changed telephone stands in the history, before and after', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await openPerson(officer);
  await officer.page.getByLabel('Điện thoại').fill(phone);
  await officer.tap('button', 'Lưu');
  await officer.reads('Đã lưu');

  await officer.goTo('Lịch sử');
  await officer.reads(/^Hôm nay, thứ Hai 01\/12\/2025/);
  const row = officer.page
    .getByRole('listitem')
    .filter({ hasText: `sửa thông tin người ${person}: điện thoại` })
    .first();
  await row.getByText(/Chrome/).waitFor();
  await row.getByRole('button', { name: 'Xem chi tiết' }).click();
  await row.getByText('Trước', { exact: true }).waitFor();
  const detail = await row.innerText();
  expect(detail).toMatch(/0535299845[^]*0912000789/);
  expect(detail).toMatch(/01\/12\/2025/);
  expect(detail).toContain('127.0.0.1');
  await row.getByRole('link', { name: 'Mọi việc của bản ghi này' }).click();
  await officer.reads('Chỉ một người');

  await openPerson(officer);
  await officer.tap('tab', 'Lịch sử');
  await officer.reads('sửa thông tin người: điện thoại');
});

journey('a list that was taken out stands in the log with its reason, and the file opens', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.goTo('Hộ');
  await officer.tap('button', 'Xuất ra tệp');
  const question = await officer.sees('dialog', /^Xuất [\d.]+ dòng ra tệp\?$/);
  const [, asked = ''] = /Xuất ([\d.]+) dòng/.exec(await question.innerText()) ?? [];
  await question.getByLabel('Lý do').fill('In danh sách cho cuộc họp thôn ngày 05/12');
  const download = officer.page.waitForEvent('download');
  await question.getByRole('button', { name: 'Xuất ra tệp' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const rows = await rowsOf(await readFile(await file.path()));
  expect(rows).toHaveLength(Number(asked.replaceAll('.', '')));
  await officer.sees('dialog', `Đã tạo tệp, ${asked} dòng`);
  await officer.tap('button', 'Đóng');

  const leader = await stage.worksAs('lanhdao');
  await leader.goTo('Lịch sử');
  await leader.tap('tab', 'Ai đã xem');
  const reading = leader.page.getByRole('listitem').filter({ hasText: 'ra tệp' }).first();
  const said = await reading.innerText();
  expect(said).toContain(`xuất danh sách hộ ra tệp, ${asked} dòng`);
  expect(said).toContain('Lý do: In danh sách cho cuộc họp thôn ngày 05/12');
});

async function openPerson(officer: Person): Promise<void> {
  await officer.goTo('Mọi người');
  await officer.the('searchbox', 'Tìm theo tên').fill('vu thi sen');
  await officer.the('row', new RegExp(person)).click();
  await officer.sees('heading', 'Sửa thông tin người');
  await officer.settled();
}

/** The lines below the one that holds "Chủ hộ". */
async function rowsOf(file: Buffer): Promise<unknown[]> {
  const [sheet] = await readExcelFile(file);
  const lines = sheet?.data ?? [];
  const heading = lines.findIndex((line) => line.includes('Chủ hộ'));
  return lines.slice(heading + 1).filter((line) => line.some((cell) => cell !== null));
}

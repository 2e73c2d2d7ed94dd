/** A number that looks like somebody's identity card is warned of, never lost with the visit, and seen by nobody else. */
import { expect } from '@jest/globals';
import { journeys, phone, type Person } from './kit/index.js';

const journey = journeys();

const number = '031188001234';
const note = `Bác đọc số ${number}, hẹn thứ bảy`;
const waits = /Ghi chú chờ xử lý: có vẻ chứa số giấy tờ/;

journey(
  'the visit is saved, the leader sees the number masked, the office removes the note',
  async (stage) => {
    const member = await stage.worksAs('thanhvien.dong', phone);
    const head = await openAHome(member);
    await member.tap('link', 'Ghi nhận lượt thăm');
    await member.tap('radio', 'Vắng nhà');
    await member.page.getByLabel('Ghi chú').fill('Bác hẹn thứ bảy');
    expect(await member.everything()).not.toContain('Ghi chú có vẻ chứa');
    await member.page.getByLabel('Ghi chú').fill(note);
    await member.reads(/Ghi chú có vẻ chứa số giấy tờ\. Hãy xoá số đó đi\./);
    await member.tap('button', 'Ghi nhận');
    await member.reads(`Đã ghi nhận lượt thăm hộ ${head}`);
    await member.reads(waits);
    await member
      .the('link', /^01\/12\/2025, \d\d:\d\d$/)
      .first()
      .tap();
    await member.reads(note);

    const leader = await stage.worksAs('lanhdao');
    await openVisit(leader, head);
    await leader.reads(waits);
    expect(await leader.everything()).not.toContain(number);
    expect(await leader.everything()).toContain('hẹn thứ bảy');
    expect(await leader.the('button', 'Xoá ghi chú').count()).toBe(0);

    const officer = await stage.worksAs('vanhoa');
    await openVisit(officer, head);
    expect(await officer.everything()).not.toContain(number);
    await officer.tap('button', 'Xoá ghi chú');
    const question = await officer.sees('dialog', 'Xoá hẳn ghi chú này?');
    await question.getByRole('button', { name: 'Xoá ghi chú' }).click();
    await officer.reads('Đã xử lý ghi chú');
    await officer.reads('đã xoá');

    await member.page.reload();
    await member.settled();
    await member.reads('đã xoá');
    expect(await member.everything()).not.toContain(number);
  },
);

async function openAHome(member: Person): Promise<string> {
  await member.goTo('Hộ');
  const home = member.the('list', 'Hộ').getByRole('link').filter({ hasText: 'chưa thăm' }).first();
  const [head = ''] = (await home.innerText()).split('\n');
  await home.tap();
  await member.sees('heading', head);
  return head;
}

async function openVisit(person: Person, head: string): Promise<void> {
  await person.goTo('Lượt thăm');
  await person.the('row', new RegExp(head)).first().click();
  await person.sees('heading', new RegExp(head));
  await person.settled();
}

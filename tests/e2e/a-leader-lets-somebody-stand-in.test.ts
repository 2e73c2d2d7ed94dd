/** Uỷ quyền: somebody does another's work for some days, sees what the position sees, and no longer than that. */
import { expect } from '@jest/globals';
import { anotherQuarterHour, eventually, identityQuestion, journeys, type Person } from './kit/index.js';

const journey = journeys();

const standIn = 'Trần Văn Ước';
const work = `${standIn} làm thay Nguyễn Văn Trung`;

journey('a stand-in sees what the leader sees until the leader ends it', async (stage) => {
  stage.forgives(identityQuestion);
  const delegate = await stage.worksAs('phunu');
  expect(await delegate.places()).not.toContain('Hộ');

  const leader = await stage.worksAs('lanhdao');
  await stage.plants(anotherQuarterHour);
  await leader.choose('Truy cập của tôi');
  await leader.reads('Chưa ai làm thay bạn, và bạn chưa làm thay ai.');
  await delegateTo(leader, standIn);
  await leader.confirmsIdentity();
  await leader.reads('Đã uỷ quyền');
  await leader.reads(work);
  await leader.reads('đang có hiệu lực');

  await delegate.page.reload();
  await delegate.sees('heading', /Kế hoạch 2025/);
  expect(await delegate.places()).toEqual(expect.arrayContaining(['Hộ', 'Lượt thăm', 'Lịch sử']));
  await delegate.goTo('Hộ');
  await delegate.sees('row', /Thôn Đông/);
  await delegate.choose('Truy cập của tôi');
  await delegate.reads(work);
  expect(await delegate.the('button', 'Kết thúc').count()).toBe(0);

  await leader.tap('button', 'Kết thúc');
  const question = await leader.sees('dialog', `${standIn} thôi làm thay Nguyễn Văn Trung?`);
  await question.getByRole('button', { name: 'Kết thúc' }).click();
  await leader.reads('Đã kết thúc uỷ quyền');
  await leader.reads('đã kết thúc sớm');

  await delegate.page.reload();
  await delegate.settled();
  expect(await delegate.places()).not.toContain('Hộ');
});

journey('without the password nobody stands in for anybody', async (stage) => {
  stage.forgives(identityQuestion);
  const leader = await stage.worksAs('lanhdao');
  await stage.plants(anotherQuarterHour);
  await leader.choose('Truy cập của tôi');
  await delegateTo(leader, standIn);
  const question = await leader.sees('dialog', 'Xác nhận là bạn');
  await question.getByRole('textbox', { name: 'Mật khẩu' }).fill('không phải mật khẩu này');
  await question.getByRole('button', { name: 'Xác nhận' }).click();
  await leader.reads('Mật khẩu chưa đúng. Hãy gõ lại.');
  await question.getByRole('button', { name: 'Thôi' }).click();
  await leader.reads('Chưa làm gì cả, vì bạn chưa xác nhận.');
});

async function delegateTo(leader: Person, to: string): Promise<void> {
  await leader.tap('button', 'Uỷ quyền');
  const form = await leader.sees('dialog', 'Uỷ quyền công việc của bạn?');
  await form.getByRole('combobox', { name: 'Người nhận' }).pressSequentially('tran van uoc');
  await leader.tap('option', new RegExp(`^${to}`));
  await form.getByLabel('Lý do').fill('Đi công tác ba ngày');
  await eventually(async () =>
    expect(await form.getByRole('button', { name: 'Uỷ quyền' }).isEnabled()).toBe(true),
  );
  await form.getByRole('button', { name: 'Uỷ quyền' }).click();
}

/** What the law gives people: they ask about their data, allow something and take it back; an incident is owned up to. */
import { expect } from '@jest/globals';
import { eventually, journeys, type Person } from './kit/index.js';

const journey = journeys();

journey('a wish to be deleted is recorded, answered, and fulfilled by somebody else', async (stage) => {
  await giveOfficeTo(await stage.worksAs('quantri'), 'vanphong');

  const officer = await stage.worksAs('vanhoa');
  const head = await recordDeletion(officer);
  await officer.sees('heading', 'Xoá dữ liệu');
  await officer.reads('còn 2 ngày làm việc');
  await officer.reads(/Người hoàn tất phải khác người ghi nhận/);
  await officer.tap('button', 'Trả lời');
  await decide(officer, /^Trả lời yêu cầu của /, 'Nội dung trả lời', 'Trả lời', 'Xã sẽ xoá trong tuần này.');
  await officer.reads('Đã ghi câu trả lời');
  await officer.reads(/còn 1[0-9] ngày/);
  await officer.reads('Bạn đã ghi nhận yêu cầu xoá này, nên người khác phải hoàn tất.');
  expect(await officer.the('button', 'Xoá và hoàn tất').count()).toBe(0);

  const colleague = await stage.worksAs('vanphong');
  await colleague.goTo('Yêu cầu');
  await colleague.the('row', /Đỗ Thị Tám Hỏi/).click();
  await colleague.tap('button', 'Xoá và hoàn tất');
  await decide(
    colleague,
    `Xoá hẳn dữ liệu cá nhân của hộ ${head}?`,
    'Kết quả',
    'Xoá và hoàn tất',
    'Đã xoá hẳn dữ liệu của hộ.',
  );
  await colleague.reads('Đã hoàn tất yêu cầu');
  await colleague.goTo('Hộ');
  await colleague.the('searchbox', 'Tìm chủ hộ, mã, địa chỉ').fill(head);
  await eventually(async () =>
    expect(await colleague.the('row', new RegExp(head)).allInnerTexts()).toHaveLength(0),
  );
});

journey(
  'an incident is recorded, reported in its 72 hours and closed with what was learnt',
  async (stage) => {
    const officer = await stage.worksAs('vanhoa');
    await officer.goTo('Sự cố');
    await officer.the('link', 'Ghi nhận sự cố').first().click();
    await officer.page.getByLabel('Việc gì xảy ra').fill('Gửi nhầm danh sách hộ vào nhóm Zalo');
    await officer.page.getByLabel('Mô tả').fill('Danh sách hộ một thôn gửi nhầm nhóm, gỡ sau mười phút.');
    await officer.the('checkbox', 'Họ tên').check();
    await officer.the('checkbox', 'Địa chỉ').check();
    await officer.picks(/^Mức độ/, 'Vừa');
    await officer.tap('button', 'Ghi nhận');
    await officer.sees('heading', 'Gửi nhầm danh sách hộ vào nhóm Zalo');
    await officer.reads(/còn (2|3) ngày|còn 7[0-2] giờ/);

    await officer.tap('button', 'Ghi đã báo cáo');
    const report = await officer.sees('dialog', /^Ghi việc đã báo cáo sự cố/);
    await report.getByLabel('Báo cho').fill('Công an thành phố, công văn 12/UBND');
    await report.getByRole('button', { name: 'Ghi đã báo cáo' }).click();
    await officer.reads('Đã ghi việc báo cáo');
    await officer.tap('button', 'Đóng sự cố');
    await decide(officer, /^Đóng sự cố/, 'Bài học', 'Đóng sự cố', 'Chỉ gửi danh sách qua hệ thống.');
    await officer.reads('Đã đóng');
    await officer.reads('Chỉ gửi danh sách qua hệ thống.');
  },
);

journey('a home allows a photograph and takes it back', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.goTo('Hộ');
  await (await officer.sees('row', /Thôn Đông/)).click();
  await officer.reads('Hộ này chưa đồng ý cho chụp ảnh, liên hệ Zalo hay kể chuyện.');
  await officer.tap('button', 'Ghi nhận đồng ý');
  const question = await officer.sees('dialog', /đồng ý điều gì\?$/);
  await question.getByRole('radio', { name: 'Chụp ảnh' }).check();
  await question.getByLabel('Người đồng ý').fill('Đỗ Văn Thuận');
  expect(await question.getByRole('button', { name: 'Ghi nhận' }).isDisabled()).toBe(true);
  await question.getByRole('checkbox', { name: /đã nghe hoặc đọc đủ nội dung/ }).check();
  await question.getByRole('button', { name: 'Ghi nhận' }).click();
  await officer.reads('Đã ghi nhận đồng ý');
  await officer.reads(/^Đỗ Văn Thuận đồng ý ngày 01\/12\/2025, bản số 1/);

  await officer.tap('button', 'Rút lại');
  await decide(
    officer,
    /^Rút lại đồng ý “Chụp ảnh”/,
    'Ai rút, vì sao (nếu có)',
    'Rút lại',
    'Chủ hộ gọi điện',
  );
  await officer.reads('Đã ghi việc rút lại');
  await officer.reads(/^Rút lại 01\/12\/2025/);

  await officer.goTo('Đồng ý');
  await officer
    .the('row', /Chụp ảnh/)
    .getByText(/Rút lại|Đã rút lại/)
    .waitFor();
});

/** Deletion needs two people of the office; the sample has one. */
async function giveOfficeTo(administrator: Person, login: string): Promise<void> {
  await administrator.goTo('Tài khoản');
  await administrator.the('searchbox', 'Tìm theo tên, tên đăng nhập').fill(login);
  await administrator.the('row', new RegExp(login)).click();
  await administrator.tap('button', 'Giao vai trò');
  const form = await administrator.sees('dialog', /^Giao vai trò cho /);
  await administrator.picks(/^Vai trò/, 'Phòng Văn hoá - Xã hội');
  await form.getByRole('button', { name: 'Giao vai trò' }).click();
  await administrator.reads('Đã giao vai trò');
}

/** Records the wish of a citizen whose home is looked up by name; gives the name of its head. */
async function recordDeletion(officer: Person): Promise<string> {
  await officer.goTo('Yêu cầu');
  await officer.the('link', 'Ghi nhận yêu cầu').first().click();
  await officer.picks(/^Yêu cầu/, 'Xoá dữ liệu');
  await officer.page.getByLabel('Người yêu cầu').fill('Đỗ Thị Tám Hỏi');
  await officer.the('combobox', /^Hộ/).pressSequentially('hoang thi');
  const home = officer.the('option', /^Hoàng Thị/).first();
  const [head = ''] = (await home.innerText()).split(' · ');
  await home.click();
  await officer.page.getByLabel('Nội dung').fill('Gia đình không muốn giữ tên và địa chỉ trong hệ thống.');
  await officer.tap('button', 'Ghi nhận');
  return head;
}

async function decide(
  person: Person,
  question: string | RegExp,
  field: string,
  button: string,
  words: string,
): Promise<void> {
  const dialog = await person.sees('dialog', question);
  await dialog.getByLabel(field).fill(words);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A rehearsal: the day of the whole commune is set, everybody's banner says so, and it can be set back. */
import { journeys } from './kit/index.js';

const journey = journeys();

journey('the day moves for everybody and returns', async (stage) => {
  const administrator = await stage.worksAs('quantri');
  const officer = await stage.worksAs('vanhoa');
  await officer.reads(/hôm nay là thứ Hai 01\/12\/2025/);

  await administrator.goTo('Cài đặt');
  await administrator.page.getByLabel('Giả định là').fill('15/12/2025');
  await administrator.page.getByLabel('Giờ', { exact: true }).fill('09:30');
  await administrator.tap('button', 'Đổi ngày');
  await administrator.sees('dialog', 'Giả định bây giờ là thứ Hai 15/12/2025, 09:30?');
  await administrator
    .the('dialog', /Giả định/)
    .getByRole('button', { name: 'Đổi ngày' })
    .click();
  await administrator.reads('Đã đổi ngày làm việc');
  await administrator.reads(/Dữ liệu mẫu · đang giả định hôm nay là thứ Hai 15\/12\/2025, 09:3\d/);

  await officer.reads(/hôm nay là thứ Hai 15\/12\/2025, 09:3\d/);
  await officer.reads('còn 16 ngày');

  await administrator.page.getByLabel('Giả định là').fill('1/12/2025');
  await administrator.page.getByLabel('Giờ', { exact: true }).fill('08:00');
  await administrator.tap('button', 'Đổi ngày');
  await administrator
    .the('dialog', /Giả định/)
    .getByRole('button', { name: 'Đổi ngày' })
    .click();
  await administrator.reads(/Dữ liệu mẫu · đang giả định hôm nay là thứ Hai 01\/12\/2025, 08:0\d/);
});

journey('on real time the banner speaks of the sample only', async (stage) => {
  const administrator = await stage.worksAs('quantri');
  await administrator.goTo('Cài đặt');
  await administrator.tap('button', 'Về giờ thật');
  await administrator.the('dialog', 'Trở về giờ thật?').getByRole('button', { name: 'Về giờ thật' }).click();
  await administrator.reads(/^Đang theo giờ thật: /);
  await administrator.reads(/^Dữ liệu mẫu$/);
});

/** What everybody must be able to read, by day and by night, on a laptop and on a cheap phone. */
import {
  anotherQuarterHour,
  hasNoBarrier,
  identityQuestion,
  journeys,
  laptop,
  phone,
  type Person,
  type Screen,
} from './kit/index.js';

const journey = journeys();

const screens: [string, Screen][] = [
  ['a laptop', laptop],
  ['a phone', phone],
];
const lights = ['Nền sáng', 'Nền tối'] as const;

for (const [name, screen] of screens) {
  journey(
    `the sign-in page and the pages of work are accessible on ${name}, by day and by night`,
    async (stage) => {
      const visitor = await stage.arrives(screen);
      await hasNoBarrier(visitor, 'sign-in');
      const officer = await stage.worksAs('vanhoa', screen);
      for (const light of lights) {
        await takeLight(officer, light);
        await officer.goTo('Tổng quan');
        await hasNoBarrier(officer, `overview, ${light}`);
        await openVillage(officer);
        await hasNoBarrier(officer, `village, ${light}`);
        await officer.goTo('Hộ');
        await hasNoBarrier(officer, `homes, ${light}`);
        await openVisitForm(officer);
        await hasNoBarrier(officer, `visit form, ${light}`);
      }
      await officer.signOut();
      await hasNoBarrier(officer, 'sign-in in the dark');
    },
  );

  journey(`the pages of access, privacy and history are accessible on ${name}`, async (stage) => {
    stage.forgives(identityQuestion);
    const officer = await stage.worksAs('vanhoa', screen);
    for (const place of ['Yêu cầu', 'Đồng ý', 'Sự cố', 'Lưu giữ', 'Lịch sử', 'Tham số']) {
      await officer.goTo(place);
      await hasNoBarrier(officer, place);
    }
    await officer.goTo('Lịch sử');
    await officer.tap('tab', 'Ai đã xem');
    await officer.settled();
    await hasNoBarrier(officer, 'the log of readings');
    const administrator = await stage.worksAs('quantri', screen);
    for (const place of ['Tài khoản', 'Khoá kết nối', 'Cài đặt']) {
      await administrator.goTo(place);
      await hasNoBarrier(administrator, place);
    }
    await openAccount(administrator);
    await hasNoBarrier(administrator, 'an account');
    await administrator.choose('Truy cập của tôi');
    await administrator.settled();
    await hasNoBarrier(administrator, 'my access');
    await stage.plants(anotherQuarterHour);
    await administrator.tap('button', 'Bật');
    await administrator.sees('dialog', /./);
    await hasNoBarrier(administrator, 'a dialog of my access');
  });

  journey(`the pages that people are given the address of are accessible on ${name}`, async (stage) => {
    for (const [address, heading] of [
      ['/join', 'Đường dẫn này không dùng được nữa'],
      ['/setup', 'Trang này đã đóng'],
    ] as const) {
      const visitor = await stage.opens(address, screen);
      await visitor.sees('heading', heading);
      await hasNoBarrier(visitor, address);
      await visitor.fitsTheScreen(address);
    }
  });

  for (const login of ['vanhoa', 'quantri']) {
    journey(`no page in the navigation of ${login} has to be pushed sideways on ${name}`, async (stage) => {
      const person = await stage.worksAs(login, screen);
      for (const place of await person.places()) {
        await person.goTo(place);
        await person.fitsTheScreen(place);
      }
    });
  }
}

/** The first account of the list: a row of a table, or a card on a phone. */
async function openAccount(person: Person): Promise<void> {
  await person.goTo('Tài khoản');
  await person.page.getByRole('main').getByText('Đang dùng').first().click();
  await person.sees('heading', 'Uỷ quyền');
  await person.settled();
}

/** The menu offers the light that one does not have. */
async function takeLight(person: Person, light: (typeof lights)[number]): Promise<void> {
  await person.tap('button', /^Tài khoản của/);
  const offer = person.the('menuitem', light);
  if (await offer.isVisible()) await offer.click();
  else await person.press('Escape');
  await person.the('menu', '').waitFor({ state: 'detached' });
  await person.settled();
}

async function openVillage(person: Person): Promise<void> {
  await person.page.getByRole('main').getByRole('link', { name: 'Thôn An Thuỷ', exact: true }).click();
  await person.sees('heading', 'Thôn An Thuỷ');
  await person.sees('img', 'VNeID mức 2: tiến độ, % theo ngày');
  await person.settled();
}

async function openVisitForm(person: Person): Promise<void> {
  await person.goTo('Lượt thăm');
  await person.tap('link', 'Ghi nhận lượt thăm');
  await person.the('combobox', 'Tìm hộ theo tên chủ hộ').pressSequentially('hoang thi');
  await person
    .the('option', /^Hoàng Thị/)
    .first()
    .click();
  await person.tap('radio', 'Gặp');
  await person.sees('group', 'Người đi thăm');
  await person.sees('button', /^Định danh điện tử/);
  await person.settled();
}

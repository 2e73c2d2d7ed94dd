/** What everybody must be able to read, by day and by night, on a laptop and on a cheap phone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { journeys, laptop, phone, type Person, type Screen } from './kit/index.js';

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

async function hasNoBarrier({ page }: Person, where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const barriers = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${where}: ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
  expect(barriers).toEqual([]);
  // A page that is not there has nothing wrong either.
  expect(passes.length).toBeGreaterThan(10);
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

/** Somebody in front of a screen: sees words, taps words, never knows an address. */
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.js';
import { password } from './commune.js';

type Role = Parameters<Page['getByRole']>[0];

export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the sign-in page to the first page of the day. */
  async signIn(login: string, secret = password): Promise<this> {
    await this.page.getByLabel('Tên đăng nhập').fill(login);
    await this.page.getByRole('textbox', { name: 'Mật khẩu' }).fill(secret);
    await this.tap('button', 'Đăng nhập');
    return this;
  }

  async signOut(): Promise<void> {
    await this.choose('Đăng xuất');
    await this.sees('button', 'Đăng nhập');
  }

  /** Gives the password again, and what was being done goes on by itself. */
  async confirmsIdentity(secret = password): Promise<void> {
    const question = await this.sees('dialog', 'Xác nhận là bạn');
    await question.getByRole('textbox', { name: 'Mật khẩu' }).fill(secret);
    await question.getByRole('button', { name: 'Xác nhận' }).click();
    await question.waitFor({ state: 'detached' });
  }

  /** Something with this role and this name, whole words unless a pattern is given. */
  the(role: Role, name: string | RegExp): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' });
  }

  async tap(role: Role, name: string | RegExp): Promise<void> {
    await this.the(role, name).click();
  }

  async sees(role: Role, name: string | RegExp): Promise<Locator> {
    const found = this.the(role, name).first();
    await found.waitFor();
    return found;
  }

  async reads(text: string | RegExp): Promise<Locator> {
    const found = this.page.getByText(text).first();
    await found.waitFor();
    return found;
  }

  /** The navigation as it stands: beside the page, or behind the menu button of a phone. */
  async navigation(): Promise<Locator> {
    const menu = this.the('button', 'Mở danh mục');
    if (await menu.isVisible()) await menu.click();
    return this.sees('navigation', 'Danh mục chính');
  }

  /** Picks from a list that a field opens. */
  async picks(field: string | RegExp, option: string | RegExp): Promise<void> {
    await this.tap('combobox', field);
    await this.tap('option', option);
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** What the last "copy" button put away. */
  copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Goes by the navigation and waits until the tab carries the page's name and its figures have come. */
  async goTo(place: string): Promise<void> {
    const navigation = await this.navigation();
    await navigation.getByRole('link', { name: place, exact: true }).click();
    await eventually(async () => expect(await this.page.title()).toMatch(new RegExp(`^${place}`)));
    await this.settled();
  }

  /** The words of the navigation, top to bottom. */
  async places(): Promise<string[]> {
    const navigation = await this.navigation();
    const places = await navigation.getByRole('link').allInnerTexts();
    // Puts the phone's menu away again; beside the page it stays.
    await this.press('Escape');
    await this.settled();
    return places.map((place) => place.trim());
  }

  /** Picks from the menu of one's own account. */
  async choose(item: string): Promise<void> {
    await this.tap('button', /^(Tài khoản của|Account of)/);
    await this.tap('menuitem', item);
    await this.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Figures have come, fonts have loaded, and nothing moves. */
  async settled(): Promise<void> {
    await this.page.getByRole('main').waitFor();
    await eventually(async () => expect(await this.the('status', /^(Đang tải|Loading)/).count()).toBe(0));
    await this.page.waitForFunction(async () => {
      await document.fonts.ready;
      return document.getAnimations().every(({ playState, effect }) => {
        return playState !== 'running' || effect?.getComputedTiming().iterations === Infinity;
      });
    });
  }

  /** Everything that can be read on the screen now. */
  everything(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** Nobody should have to push the page sideways. */
  async fitsTheScreen(where: string): Promise<void> {
    await eventually(async () => {
      const overflow = await this.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect({ where, overflow }).toEqual({ where, overflow: 0 });
    });
  }
}

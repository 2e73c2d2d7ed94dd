/** One's own language, one's own light, and a keyboard instead of a mouse. */
import { expect } from '@jest/globals';
import { journeys, type Person } from './kit/index.js';

const journey = journeys();

/** Letters that only Vietnamese uses. */
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

journey(
  'in English the overview keeps Vietnamese only for names, and the choice is remembered',
  async (stage) => {
    const officer = await stage.worksAs('vanhoa');
    await officer.choose('English');
    await officer.sees('heading', /Plan 2025/);
    await officer.sees('columnheader', /^Village/);
    expect(await leftInVietnamese(officer)).toEqual([]);

    await officer.page.reload();
    await officer.sees('heading', /Plan 2025/);
    await officer.tap('gridcell', /^Thôn Đồng Mận, E-payment, .*Behind/);
    const why = await officer.sees('dialog', 'Why?');
    await why.getByText('Should be today').waitFor();
    await why.getByRole('button', { name: 'Close' }).click();

    await officer.choose('Tiếng Việt');
    await officer.sees('heading', /Kế hoạch 2025/);
    await officer.page.reload();
    await officer.sees('heading', /Kế hoạch 2025/);
    await officer.sees('columnheader', /^Thôn/);
  },
);

journey('the dark background is chosen once and stays', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  expect(await brightness(officer)).toBeGreaterThan(200);
  await officer.choose('Nền tối');
  await officer.settled();
  expect(await brightness(officer)).toBeLessThan(60);
  await officer.page.reload();
  await officer.sees('heading', /Kế hoạch 2025/);
  expect(await brightness(officer)).toBeLessThan(60);
  await officer.choose('Nền sáng');
  await officer.settled();
  expect(await brightness(officer)).toBeGreaterThan(200);
});

journey('the keyboard alone reaches everything, with its place always visible', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.page.reload();
  await officer.sees('heading', /Kế hoạch 2025/);
  await officer.settled();
  const stops = await tabThrough(officer);
  const names = stops.map(({ name }) => name);
  expect(names[0]).toBe('Đến thẳng nội dung');
  for (const wanted of [
    /^Tài khoản của/,
    /^Tổng quan$/,
    /^Cảnh báo$/,
    /^Hộ được hướng dẫn/,
    /^Tìm thôn$/,
    /^In$/,
  ]) {
    expect(names).toContainEqual(expect.stringMatching(wanted));
  }
  expect(names.filter((name) => /^Thôn .*, .*%/.test(name))).toHaveLength(1);
  expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
});

journey('arrows walk the matrix, Enter asks why, Escape returns to the same cell', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  const cells = officer.the('grid', 'Các thôn').getByRole('gridcell', { name: /%/ });
  const [corner, right, below] = await Promise.all(
    [0, 1, 7].map((at) => cells.nth(at).getAttribute('aria-label')),
  );
  await cells.first().focus();
  expect(await focused(officer)).toBe(corner);
  await officer.press('ArrowRight');
  expect(await focused(officer)).toBe(right);
  await officer.press('ArrowDown');
  expect(await focused(officer)).toBe(below);
  await officer.press('ArrowUp');
  await officer.press('ArrowLeft');
  expect(await focused(officer)).toBe(corner);
  await officer.press('Enter');
  await officer.sees('dialog', 'Vì sao?');
  await officer.press('Escape');
  await officer.the('dialog', 'Vì sao?').waitFor({ state: 'detached' });
  expect(await focused(officer)).toBe(corner);
});

/** Vietnamese lines on the screen that are not names of places and people, or a sentence of data. */
async function leftInVietnamese(officer: Person): Promise<string[]> {
  const lines = (await officer.everything()).split('\n').map((line) => line.trim());
  const names = [/^Thôn /, /^Từng Nhà$/, /Thượng Hồng/];
  return lines.filter((line) => vietnamese.test(line) && !names.some((name) => name.test(line)));
}

/** 0 for black to 255 for white. */
function brightness(officer: Person): Promise<number> {
  return officer.page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = getComputedStyle(document.body)
      .backgroundColor.match(/\d+/g)!
      .map(Number);
    return (red + green + blue) / 3;
  });
}

interface Stop {
  name: string;
  isVisible: boolean;
}

const MOST_STOPS = 150;

/** Presses Tab until the focus leaves the page; says where it stood and whether one could see that. */
async function tabThrough(officer: Person): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await officer.press('Tab');
    const stop = await officer.page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(here);
      const { width, height, left, right } = here.getBoundingClientRect();
      const label = here.getAttribute('aria-label') ?? (here as HTMLElement).innerText ?? '';
      // An input's frame shows its focus; everything else wears an outline.
      const hasRing =
        (outlineStyle !== 'none' && outlineWidth !== '0px') || here.matches('input, [role=combobox]');
      return {
        name: label.replaceAll(/\s+/g, ' ').trim(),
        isVisible: hasRing && width > 0 && height > 0 && right > 0 && left < innerWidth,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('The Tab key never came to an end');
}

function focused(officer: Person): Promise<string | null> {
  return officer.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

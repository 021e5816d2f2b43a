import type { Page } from '@playwright/test';
import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

/** Screens whose texts were never measured for one language alone, each opened by a key and left by Escape. */
const SCREENS = [
  { name: 'start', keys: null },
  { name: 'commands', keys: 'ControlOrMeta+k' },
  { name: 'shortcuts', keys: '?' },
  { name: 'quick-add', keys: 'n' },
  { name: 'find', keys: 'ControlOrMeta+f' },
  { name: 'history', keys: 'ControlOrMeta+Alt+z' },
] as const;

/**
 * Words wider than their box, where the box neither scrolls nor ends them in an ellipsis nor is drawn for readers of the
 * screen alone. Formulas, the canvas (it has a zoom of its own) and texts the user wrote are no words of the window.
 */
function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const skipped = '.katex, .react-flow, svg, .visually-hidden, .sr-only, input, textarea, select';
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest(skipped)) continue;
      const text = [...element.childNodes].some(
        (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '',
      );
      if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
      let box: HTMLElement | null = element;
      while (box && getComputedStyle(box).display.startsWith('inline') && box.clientWidth === 0)
        box = box.parentElement;
      if (!box || box.clientWidth <= 1) continue;
      const style = getComputedStyle(box);
      if (style.textOverflow === 'ellipsis' || ['auto', 'scroll'].includes(style.overflowX)) continue;
      if (box.scrollWidth > box.clientWidth)
        found.push(`${box.className || box.tagName}: ${element.textContent?.slice(0, 60)}`);
    }
    return found;
  });
}

for (const language of ['pseudo', 'ko'])
  for (const size of SIZES)
    test(`no words leave their box: ${language}, ${size.width} × ${size.height}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto(`/?lang=${language}`);
      await studioOf(page).node('p').waitFor();
      await expect(page.locator('.window')).toContainText(language === 'ko' ? '예제' : '[Éxàmpĺéš~~~~]');
      const found: string[] = [];
      for (const { name, keys } of SCREENS) {
        await page.locator('.canvas').focus();
        if (keys !== null) await page.keyboard.press(keys);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        found.push(...(await overflowing(page)).map((line) => `${name}: ${line}`));
        await page.keyboard.press('Escape');
      }
      for (const at of [0, 1, 2]) {
        const tab = page.locator('.side.right').getByRole('tab').nth(at);
        if ((await tab.count()) === 0) continue;
        await tab.click();
        found.push(...(await overflowing(page)).map((line) => `tab ${at}: ${line}`));
      }
      expect([...new Set(found)]).toEqual([]);
    });

test('the window speaks Korean when asked to, says so to the browser, and comes back', async ({ page }) => {
  await page.goto('/');
  await studioOf(page).node('p').waitFor();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '한국어' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('button', { name: '파일', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: '곱셈', exact: true })).toBeVisible();
  await page.reload();
  await studioOf(page).node('p').waitFor();
  await expect(page.getByRole('button', { name: '예제', exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('English');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'File', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('on a Korean system', () => {
  test.use({ locale: 'ko-KR' });

  test('the first start is in Korean', async ({ page }) => {
    await page.goto('/');
    await studioOf(page).node('p').waitFor();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('button', { name: '파일', exact: true })).toBeVisible();
  });
});

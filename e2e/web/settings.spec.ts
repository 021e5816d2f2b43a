import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/?example=a1-squared-error');
  await studioOf(page).node('E').waitFor();
  await page.locator('.canvas').focus();
});

test('a shortcut is changed, its conflict told, kept over a reload, and reset', async ({ page }) => {
  test.slow(); // two loads
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('button', { name: 'Change the shortcut of Duplicate' }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(sheet.getByRole('alert')).toContainText('is the shortcut of “Undo” now');
  await sheet.getByRole('button', { name: 'Leave it' }).click();
  await sheet.getByRole('button', { name: 'Change the shortcut of Duplicate' }).click();
  await page.keyboard.press('ControlOrMeta+e');
  await sheet.getByRole('button', { name: 'Close', exact: true }).click();

  await page.reload();
  const studio = studioOf(page);
  await studio.node('E').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('ControlOrMeta+e');
  await expect.poll(studio.nodeIds).toHaveLength(7);

  await page.keyboard.press('?');
  await sheet.getByRole('button', { name: 'Give Duplicate its own shortcut back' }).click();
  await page.keyboard.press('Escape');
  await studio.node('E').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('ControlOrMeta+d');
  await expect.poll(studio.nodeIds).toHaveLength(8);
});

test('single keys can be turned off, and their field says so', async ({ page }) => {
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Letters and signs alone are shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.locator('.canvas').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('text grows to 16 px and nothing scrolls sideways', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Text size 16');
  await page.keyboard.press('Enter');
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    await page.setViewportSize(size);
    const parts = ['.title-bar', '.player-region', '.status-bar', '.panel-tabs'];
    for (const part of parts) {
      const box = await page.locator(part).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= size.width + 1, `${part} at ${size.width}`).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    const light = await page.locator('.truth-light').boundingBox();
    expect(light && light.x + light.width <= size.width, 'the light is in sight').toBe(true);
  }
});

test('the history leads back to any step', async ({ page }) => {
  const studio = studioOf(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+d');
  await page.keyboard.press('Delete');
  await expect.poll(studio.nodeIds).toHaveLength(6);
  await page.keyboard.press('ControlOrMeta+Alt+z');
  const entries = page.getByRole('menuitemradio');
  await expect(entries).toHaveText([/^Delete/, /^Duplicate/, /^Beginning/]);
  await entries.nth(1).click();
  await expect.poll(studio.nodeIds).toHaveLength(12);
  await expect(entries.nth(0)).toContainText('undone');
  await entries.nth(2).click();
  await expect.poll(studio.nodeIds).toHaveLength(6);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const running = () =>
    page.evaluate(() => document.getAnimations().filter((each) => each.playState === 'running').length);
  const studio = studioOf(page);
  for (const act of [
    () => studio.node('p').hover(),
    () => studio.node('p').click({ position: { x: 40, y: 12 } }),
    () => page.keyboard.press('1'),
    () => page.keyboard.press('ControlOrMeta+k'),
    () => page.keyboard.press('Escape'),
    () => page.keyboard.press('ControlOrMeta+f'),
    () => page.keyboard.press('Escape'),
  ]) {
    await act();
    expect(await running()).toBe(0);
  }
});

import { expect, test } from '../support/test.ts';
import { carry, openExample } from './opened.ts';

test('a frame around gates has a title and moves them as one step', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  await node('w').locator('.gate-header').click();
  await node('x')
    .locator('.gate-header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('f');
  await page.keyboard.type('inputs');
  await page.keyboard.press('Enter');
  await expect(page.locator('.mark-label')).toHaveText('inputs');
  const w = (await node('w').boundingBox())!;
  const label = (await page.locator('.mark-label').boundingBox())!;
  const at = { x: label.x + 20, y: label.y + 10 };
  await carry(page, at, { x: at.x, y: at.y + 80 });
  await page.mouse.up();
  expect((await node('w').boundingBox())!.y).toBeGreaterThan(w.y + 60);
  await page.keyboard.press('ControlOrMeta+Z');
  expect((await node('w').boundingBox())!.y).toBeCloseTo(w.y, 0);
});

test('a note holds plain text, even where it looks like markup', async ({ page }) => {
  await openExample(page, 'a1-squared-error', 'E');
  await page.mouse.move(500, 650);
  await page.locator('.canvas').focus();
  await page.keyboard.press('Shift+S');
  await page.keyboard.type('<b>loss</b> of one example');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.sheet-note')).toHaveText('<b>loss</b> of one example');
  await page.keyboard.press('Delete');
  await expect(page.locator('.sheet-note')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('.sheet-note')).toHaveText('<b>loss</b> of one example');
});

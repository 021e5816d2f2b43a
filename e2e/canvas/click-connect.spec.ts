import { expect, test } from '../support/test.ts';
import { carry, openExample, portAt } from './opened.ts';

test('a click on a port and one on another connect them; Escape between leaves no trace', async ({ page }) => {
  const { edge, drag } = await openExample(page, 'a1-squared-error', 'E');
  const tanh = await drag('Tanh', 300, 560);
  const [from, to] = [await portAt(page, 'x', 'out:0'), await portAt(page, tanh, 'in:0')];
  await page.mouse.click(from.x, from.y);
  await page.keyboard.press('Escape');
  await page.mouse.click(to.x, to.y);
  await page.keyboard.press('Escape');
  await expect(edge(tanh, 0)).toHaveCount(0);
  await page.mouse.click(from.x, from.y);
  await page.mouse.click(to.x, to.y);
  await expect(edge(tanh, 0)).toHaveCount(1);
});

test('a wire held over a taken input shows which wire would give way', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  await carry(page, await portAt(page, 'w', 'out:0'), await portAt(page, 'd', 'in:1'));
  await expect(page.locator('.wire-giving')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.wire-giving')).toHaveCount(0);
  await expect(edge('d', 1)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true');
});

test('a refused wire points out the gates of the cycle it would close', async ({ page }) => {
  await openExample(page, 'a1-squared-error', 'E');
  await carry(page, await portAt(page, 'E', 'out:0'), await portAt(page, 'p', 'in:0'));
  await expect(page.locator('.gate.is-on-cycle')).toHaveCount(3);
  await page.mouse.up();
  await expect(page.locator('.gate.is-on-cycle')).toHaveCount(0);
});

test('a tap on Space adds at the pointer; holding it does not', async ({ page }) => {
  await openExample(page, 'a1-squared-error', 'E');
  await page.locator('.canvas').focus();
  await page.mouse.move(500, 650);
  await page.keyboard.press('Space');
  await expect(page.locator('.quick-add-field')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.down('Space');
  await page.waitForTimeout(400);
  await page.keyboard.up('Space');
  await expect(page.locator('.quick-add')).toHaveCount(0);
});

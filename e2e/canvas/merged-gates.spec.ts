import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

test('gates merge into one with its own local gradient, open in place, and come apart exactly', async ({ page }) => {
  const { node, edge, chip, nodeIds } = await openExample(page, 'a1-squared-error', 'E');
  const place = await node('d').boundingBox();
  await node('d').locator('.gate-header').click();
  await node('E')
    .locator('.gate-header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+G');
  await expect(node('d')).toHaveCount(0);
  const merged = (await nodeIds()).find((id) => !['w', 'x', 'p', 'one'].includes(id))!;
  await expect(node(merged).locator('.gate-value')).toHaveText('4');
  expect(await chip('d', 0)).toEqual(['3', '+4']);

  const box = (await edge('d', 0).locator('.chip-value').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 4);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 5);
  await expect(page.locator('.ledger-number')).toHaveText(['4', '1', '+4']);

  await node(merged).locator('.gate-rows').dblclick();
  await expect(node('d')).toBeVisible();
  expect(await node('d').boundingBox()).toEqual(place);
  await page.keyboard.press('ControlOrMeta+Shift+G');
  await expect(page.locator('.frame')).toHaveCount(0);
  expect(await node('d').boundingBox()).toEqual(place);
  expect(await chip('E', 0)).toEqual(['2', '+4']);
});

test('gates that are apart do not merge, and the window says why', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  await node('w').locator('.gate-header').click();
  await node('one')
    .locator('.gate-header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+G');
  await expect(page.getByText('These gates do not hang together').first()).toBeVisible();
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
});

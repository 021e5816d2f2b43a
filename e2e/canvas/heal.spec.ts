import { expect, test } from '../support/test.ts';
import { openExample, portAt } from './opened.ts';

test('deleting with healing joins what led to a gate with what read it', async ({ page }) => {
  const { node, edge } = await openExample(page, 'a1-squared-error', 'E');
  await node('d').locator('.gate-header').click();
  await page.keyboard.press('ControlOrMeta+Delete');
  await expect(node('d')).toHaveCount(0);
  await expect(edge('E', 0)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('9');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(node('E').locator('.gate-value')).toHaveText('4');
});

test('a gate shaken out of its wires leaves them joined behind it', async ({ page }) => {
  const { node, edge } = await openExample(page, 'a1-squared-error', 'E');
  const box = (await node('d').boundingBox())!;
  const at = { x: box.x + 40, y: box.y + 12 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y + 60, { steps: 3 });
  for (let turn = 0; turn < 6; turn++)
    await page.mouse.move(at.x + (turn % 2 === 0 ? 40 : -40), at.y + 60, { steps: 2 });
  await page.mouse.up();
  await expect(edge('d', 0)).toHaveCount(0);
  await expect(edge('E', 0)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('9');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(edge('d', 1)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('4');
});

test('Alt and a press on a port take its wires away', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  const port = await portAt(page, 'p', 'out:0');
  await page.keyboard.down('Alt');
  await page.mouse.click(port.x, port.y);
  await page.keyboard.up('Alt');
  await expect(edge('d', 0)).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(edge('d', 0)).toHaveCount(1);
});

test('deleting what filled a grown slot closes the slot', async ({ page }) => {
  const { node, edge } = await openExample(page, 'a1-squared-error', 'E');
  const before = (await node('p').boundingBox())!.height;
  const grow = await portAt(page, 'p', 'grow');
  const from = await portAt(page, 'one', 'out:0');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(grow.x, grow.y, { steps: 6 });
  await page.mouse.move(grow.x + 1, grow.y);
  await page.mouse.up();
  await expect(edge('p', 2)).toHaveCount(1);
  await node('one').locator('.gate-header').click();
  await page.keyboard.press('Delete');
  await expect(node('one')).toHaveCount(0);
  expect((await node('p').boundingBox())!.height).toBeCloseTo(before, 0);
});

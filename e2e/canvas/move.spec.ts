import { expect, test } from '../support/test.ts';
import { carry, openExample } from './opened.ts';

test('a dragged gate comes into line with others, and a line shows with what', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  const [w, x] = [(await node('w').boundingBox())!, (await node('x').boundingBox())!];
  await carry(page, { x: x.x + 30, y: x.y + 12 }, { x: x.x + 30 + 90, y: x.y + 60 });
  const at = (await node('x').boundingBox())!;
  await page.mouse.move(x.x + 120 + (w.x - at.x) + 4, x.y + 60, { steps: 4 });
  await expect(page.locator('.guide-edge').first()).toBeAttached();
  await page.mouse.up();
  await expect(page.locator('.guide')).toHaveCount(0);
  expect((await node('x').boundingBox())!.x).toBeCloseTo(w.x, 0);
});

test('dragging a gate that is not selected moves it alone', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  await node('w').locator('.gate-header').click();
  const [w, x] = [(await node('w').boundingBox())!, (await node('x').boundingBox())!];
  await carry(page, { x: x.x + 30, y: x.y + 12 }, { x: x.x + 30, y: x.y + 112 });
  await page.mouse.up();
  expect(await node('w').boundingBox()).toEqual(w);
  expect((await node('x').boundingBox())!.y).toBeGreaterThan(x.y + 80);
});

test('an Alt-drag leaves the gate and drags a copy with its wires; Escape leaves no trace', async ({ page }) => {
  const { node, nodeIds } = await openExample(page, 'a1-squared-error', 'E');
  const d = (await node('d').boundingBox())!;
  await page.keyboard.down('Alt');
  await carry(page, { x: d.x + 30, y: d.y + 12 }, { x: d.x + 30, y: d.y + 212 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(nodeIds).toHaveLength(7);
  expect(await node('d').boundingBox()).toEqual(d);
  const copy = (await nodeIds()).find((id) => !['w', 'x', 'p', 'one', 'd', 'E'].includes(id))!;
  expect((await node(copy).boundingBox())!.y).toBeGreaterThan(d.y + 150);
  await expect(node(copy).locator('.gate-value')).toHaveText('2');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(nodeIds).toHaveLength(6);

  await page.keyboard.down('Alt');
  await carry(page, { x: d.x + 30, y: d.y + 12 }, { x: d.x + 30, y: d.y + 212 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect(await nodeIds()).toHaveLength(6);
});

test('arrows with Alt move by 8 and with Shift by 32', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  await page.keyboard.press('0');
  await node('x').locator('.gate-header').click();
  const before = (await node('x').boundingBox())!;
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => Math.round((await node('x').boundingBox())!.y - before.y)).toBe(40);
});

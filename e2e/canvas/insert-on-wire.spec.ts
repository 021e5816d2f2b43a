import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

const middle = (box: { x: number; y: number; width: number; height: number }) => ({
  x: box.x + box.width / 2,
  y: box.y + 12,
});

/** A drag begins after a few pixels; what is dragged is that much behind the pointer. */
async function carryGate(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y);
  await page.mouse.move(to.x + 4, to.y, { steps: 6 });
  await page.mouse.move(to.x + 5, to.y);
}

test('a gate dropped on a wire goes into it, what follows makes room, and one undo takes it back', async ({ page }) => {
  const { drag, node, edge, nodeIds } = await openExample(page, 'a1-squared-error', 'E');
  const tanh = await drag('Tanh', 300, 560);
  const wire = (await edge('E', 0).locator('.wire-reach').first().boundingBox())!;
  const before = (await node('E').boundingBox())!;
  const own = (await node(tanh).boundingBox())!;
  const from = middle(own);
  const to = { x: wire.x + wire.width / 2, y: wire.y + wire.height / 2 - own.height / 2 + 12 };
  await carryGate(page, from, to);
  await expect(page.locator('.wire-taking')).toHaveCount(1);
  await page.mouse.up();
  await expect(edge(tanh, 0)).toHaveCount(1);
  await expect(edge('E', 0)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('0.9293');
  expect((await node('E').boundingBox())!.x).toBeGreaterThan(before.x + 20);

  await page.keyboard.press('ControlOrMeta+Z');
  await expect(edge(tanh, 0)).toHaveCount(0);
  expect((await node('E').boundingBox())!.x).toBeCloseTo(before.x, 0);
  expect(await nodeIds()).toHaveLength(7);
});

test('with Alt held a gate passes over wires', async ({ page }) => {
  const { drag, node, edge } = await openExample(page, 'a1-squared-error', 'E');
  const tanh = await drag('Tanh', 300, 560);
  const wire = (await edge('E', 0).locator('.wire-reach').first().boundingBox())!;
  const own = (await node(tanh).boundingBox())!;
  await carryGate(page, middle(own), { x: wire.x + wire.width / 2, y: wire.y + wire.height / 2 - own.height / 2 + 12 });
  await page.keyboard.down('Alt');
  await page.mouse.move(wire.x + wire.width / 2 + 2, wire.y + wire.height / 2 - own.height / 2 + 12);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(edge(tanh, 0)).toHaveCount(0);
});

test('without a mouse: one gate and one wire selected, by command', async ({ page }) => {
  const { drag, edge, node } = await openExample(page, 'a1-squared-error', 'E');
  const tanh = await drag('Tanh', 300, 560);
  const chip = (await edge('E', 0).locator('.chip-value').boundingBox())!;
  await node(tanh).locator('.gate-header').click();
  await page.keyboard.down('Shift');
  await page.mouse.click(chip.x + chip.width / 2, chip.y + chip.height + 4);
  await page.keyboard.up('Shift');
  await page.keyboard.press('ControlOrMeta+Shift+I');
  await expect(edge(tanh, 0)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('0.9293');
});

import { expect, test } from '../support/test.ts';
import { carry, openExample, portAt } from './opened.ts';

test('a wire that would close a cycle says so at the pointer, with its nodes in order, and is not drawn', async ({
  page,
}) => {
  const { page: window } = await openExample(page, 'a1-squared-error', 'E');
  await carry(window, await portAt(window, 'E', 'out:0'), await portAt(window, 'p', 'in:0'));
  await expect(window.locator('.refusal-bubble')).toHaveText('This would close a cycle: p → d → E → p.');
  await window.mouse.up();
  await expect(window.locator('.react-flow__edge')).toHaveCount(5);
  await expect(window.locator('.refusal-bubble')).toHaveCount(0);
});

test('a wire dropped on empty canvas offers what can take it, and connects the choice as one step', async ({
  page,
}) => {
  const { nodeIds, edge } = await openExample(page, 'a1-squared-error', 'E');
  const from = await portAt(page, 'w', 'out:0');
  await carry(page, from, { x: from.x + 60, y: from.y + 300 });
  await page.mouse.up();
  await expect(page.locator('.quick-add-field')).toBeFocused();
  await expect(page.locator('.quick-add-name', { hasText: /^Add$/ })).toHaveCount(1);
  await expect(page.locator('.quick-add-name', { hasText: /^Parameter$/ })).toHaveCount(0);
  await page.keyboard.type('tanh');
  await page.keyboard.press('Enter');
  await expect.poll(nodeIds).toHaveLength(7);
  const added = (await nodeIds()).find((id) => !['w', 'x', 'p', 'one', 'd', 'E'].includes(id))!;
  await expect(edge(added, 0)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(nodeIds).toHaveLength(6);
});

test('Escape leaves no trace of a wire dropped on empty canvas', async ({ page }) => {
  const { nodeIds } = await openExample(page, 'a1-squared-error', 'E');
  const from = await portAt(page, 'w', 'out:0');
  await carry(page, from, { x: from.x + 60, y: from.y + 300 });
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await expect(page.locator('.quick-add')).toHaveCount(0);
  expect(await nodeIds()).toHaveLength(6);
  await expect(page.locator('.canvas')).toBeFocused();
});

test('pressing a taken input picks its wire up; dropped in space it is gone, and undo brings it back', async ({
  page,
}) => {
  const { edge, node } = await openExample(page, 'a1-squared-error', 'E');
  const from = await portAt(page, 'd', 'in:0');
  await carry(page, from, { x: from.x - 30, y: from.y - 120 });
  await page.mouse.up();
  await expect(edge('d', 0)).toHaveCount(0);
  await expect(node('d')).toContainText('Input a is empty');
  await expect(node('E').locator('.gate-value')).toHaveText('–');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(edge('d', 0)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('4');
});

test('a wire moved to another port is one step, and the gate it left says what it lacks', async ({ page }) => {
  const { edge, node } = await openExample(page, 'a1-squared-error', 'E');
  await carry(page, await portAt(page, 'd', 'in:1'), await portAt(page, 'd', 'in:0'));
  await page.mouse.up();
  await expect(edge('d', 1)).toHaveCount(0);
  await expect(edge('d', 0)).toHaveCount(1);
  await expect(node('d')).toContainText('Input b is empty');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(edge('d', 1)).toHaveCount(1);
  await expect(node('E').locator('.gate-value')).toHaveText('4');
});

test('multiply grows a slot where a wire is held to its corner', async ({ page }) => {
  const { edge, node } = await openExample(page, 'a1-squared-error', 'E');
  const before = (await node('p').boundingBox())!.height;
  await carry(page, await portAt(page, 'one', 'out:0'), await portAt(page, 'p', 'grow'));
  await page.mouse.up();
  await expect(edge('p', 2)).toHaveCount(1);
  expect((await node('p').boundingBox())!.height).toBeGreaterThan(before + 30);
  await expect(node('p').locator('.gate-value')).toHaveText('3');
});

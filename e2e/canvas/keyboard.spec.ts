import { expect, test } from '../support/test.ts';
import { openEmpty, openExample } from './opened.ts';

test('Tab enters the graph, arrows walk along its wires, and each place is read out', async ({ page }) => {
  await openExample(page, 'a1-squared-error', 'E');
  const canvas = page.locator('.canvas');
  const said = canvas.getByRole('status').last();
  await page.getByRole('combobox', { name: 'Add a node' }).focus();
  for (let press = 0; press < 6 && !(await canvas.evaluate((at) => at === document.activeElement)); press++)
    await page.keyboard.press('Tab');
  await expect(canvas).toBeFocused();
  await expect(said).toHaveText('Parameter w, value 3, gradient +4');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText('Wire from w to p (a), value 3, contribution +4');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText('Multiply p, value 3, gradient +4, inputs w, x');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText('Wire from x to p (b), value 1, contribution +12');
  await expect(page.locator('.ledger-number')).toHaveText(['3', '4', '+12']);
});

test('a graph is built without the mouse', async ({ page }) => {
  const { node, edge, nodeIds } = await openEmpty(page);
  const canvas = page.locator('.canvas');
  const add = async (name: string, keys = 'Enter') => {
    await page.keyboard.press('n');
    await page.keyboard.type(name);
    await page.keyboard.press(keys);
    await expect(canvas).toBeFocused();
  };
  await canvas.focus();
  await add('multiply');
  await add('square', 'Shift+Enter');
  const [product = '', square = ''] = await nodeIds();
  await expect(edge(square, 0)).toHaveCount(1);
  await add('parameter');
  for (const slot of [0, 1]) {
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await expect(edge(product, slot)).toHaveCount(1);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(node(square).locator('.gate-value')).toHaveText('81');
});

test('Delete removes the gate and the keyboard goes on to what it read', async ({ page }) => {
  const { node } = await openExample(page, 'a1-squared-error', 'E');
  await node('E').locator('.gate-header').click();
  await page.keyboard.press('ArrowUp');
  await expect(node('E').locator('.is-focused')).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(node('E')).toHaveCount(0);
  await expect(node('d').locator('.is-focused')).toHaveCount(1);
});

test('an expression becomes its gates', async ({ page }) => {
  const { node, nodeIds } = await openEmpty(page);
  await page.getByRole('textbox', { name: 'Expression' }).fill('E = (w*x - 1)^2');
  await page.keyboard.press('Enter');
  await expect.poll(nodeIds).toHaveLength(6);
  await expect(node('E').locator('.gate-value')).toHaveText('0');
});

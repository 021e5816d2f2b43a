import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('every path is listed with its product; their sum is the gradient; pointing lights its wires', async ({
  page,
}) => {
  const { example, select, panel } = await openPanels(page);
  await example('One input, three branches');
  await select('x');
  await panel.getByRole('button', { name: 'Paths and their products' }).click();
  const paths = panel.locator('.path');
  await expect(paths).toHaveText(['x →1 u → y1 · 2 = 2', 'x →2 u → y1 · 2 = 2', 'x → v → y1 · 3 = 3']);
  await expect(panel.locator('.paths .sum-total')).toHaveText('Sum of 3 paths = ∂y/∂x7');
  await expect(panel.getByText('The same number as the gradient')).toBeVisible();
  await expect(panel.locator('.costs tbody tr')).toHaveText([
    'Path by path: 3 paths6',
    'Forward mode: one pass5',
    'Reverse mode: one pass5',
  ]);
  await panel.getByRole('combobox', { name: 'To' }).selectOption({ label: 'v (Multiply)' });
  await expect(paths).toHaveText(['x → v3 = 3']);
});

test('two selected nodes are the ends', async ({ page }) => {
  const { example, select, panel } = await openPanels(page);
  await example('One input, three branches');
  await select('u');
  await page.locator('.react-flow__node[data-id="y"]').click({ position: { x: 40, y: 12 }, modifiers: ['Shift'] });
  await panel.getByRole('button', { name: 'Paths and their products' }).click();
  await expect(panel.locator('.path')).toHaveText(['u → y1 = 1']);
});

test('a merged sigmoid shows its closed form beside the product', async ({ page }) => {
  const { example, select, panel } = await openPanels(page);
  await example('A sigmoid from four gates');
  await select((await page.locator('.react-flow__node').nth(1).getAttribute('data-id')) ?? '');
  await expect(panel.locator('.closed-form')).toContainText('0.1966');
  await expect(panel.locator('.closed-form .same-number')).toHaveText('same number');
});

test('by node, everything a gate sends back is derived', async ({ page }) => {
  const { tab, press, panel } = await openPanels(page);
  await tab('Explain');
  await page.getByRole('radio', { name: 'By node' }).click();
  await press('ArrowLeft');
  await expect(panel.getByRole('heading', { name: 'Subtract d sends back to 2 inputs' })).toBeVisible();
  await expect(panel.locator('.derivation')).toHaveCount(2);
});

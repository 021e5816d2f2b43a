import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('a nudge measures the slope beside the gradient, for any step from 1 to 1e-12', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('w');
  await panel.getByRole('button', { name: 'Nudge w by h' }).click();
  const rows = panel.locator('.nudge .row');
  await expect(rows).toHaveText(['E at w + h4.004', 'E at w − h3.996', 'ΔE / 2h4', 'Gradient ∂E/∂w4', /^Differs by/]);
  const step = panel.getByRole('slider', { name: 'Step h' });
  await step.fill('0');
  await expect(rows.nth(0)).toHaveText('E at w + h9');
  await step.fill('-12');
  await expect(rows.nth(4)).toHaveText(/Differs by\de-\d/);
  await expect(panel.getByRole('figure', { name: /^Difference between/ })).toBeVisible();
});

test('at a kink both slopes are told, and which one is used', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await page.locator('.react-flow__node[data-id="E"]').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Delete');
  await select('d');
  await page.keyboard.press('Delete');
  await page.getByRole('combobox', { name: 'Add a node' }).fill('absolute');
  const studio = studioOf(page);
  const absolute = await studio.drag('Absolute', 560, 320);
  await studio.connect('p', absolute);
  await select('w');
  const value = panel.getByRole('textbox', { name: 'value' });
  await value.fill('0');
  await value.press('Enter');
  await panel.getByRole('button', { name: /^Nudge/ }).click();
  await expect(panel.locator('.kink-note')).toHaveText(
    'The curve has a kink here: the slope is −1 to the left and 1 to the right. By convention 0 is used.',
  );
});

test('gradient descent is drawn on the curve: it settles, swings or grows with the rate', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('w');
  const rate = panel.getByRole('slider', { name: 'Learning rate η' });
  await panel.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(panel.locator('.descent .note')).toHaveText('w = 2.6: the loss has fallen to 2.56.');
  await expect(panel.locator('.plot-step')).toHaveCount(1);
  await rate.fill('-3'); // 10^-0.3 = 0.5
  await panel.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(panel.locator('.descent .note')).toContainText('Settled at w = 1');
  await panel.getByRole('button', { name: 'Reset' }).click();
  await rate.fill('1'); // 1.3
  await panel.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(panel.locator('.descent .note')).toContainText('the rate is too large');
  await expect(panel.getByRole('textbox', { name: 'value' })).toHaveValue('3');
});

test('an entry of a tensor has a curve of its own', async ({ page }) => {
  const { example, panel } = await openPanels(page);
  await example('A 2-2-2-2 network by hand');
  const weight = page.locator('.react-flow__node .gate-parameter').first();
  await weight.click({ position: { x: 40, y: 12 } });
  const entry = panel.getByRole('combobox', { name: 'Entry' }).first();
  await entry.selectOption({ index: 1 });
  await expect(panel.getByRole('slider', { name: /^Point on the curve/ })).toBeVisible();
});

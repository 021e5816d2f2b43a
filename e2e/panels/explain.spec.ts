import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('a contribution is derived in five rows, and its sum stands below', async ({ page }) => {
  const { example, tab, press, panel, place } = await openPanels(page);
  await example('One input, three branches');
  await tab('Explain');
  await press('ArrowLeft', 2);
  await expect(panel.getByRole('heading', { name: 'Multiply u back to x' })).toBeVisible();
  await expect(panel.locator('.branch-line')).toContainText('Branch 2 of 3, second input of');
  await expect(panel.locator('.derivation-name')).toHaveText([
    'Rule',
    'In symbols',
    'Upstream put in',
    'Local put in',
    'Result',
  ]);
  await expect(panel.locator('.derivation-row').last().locator('.num')).toHaveText('+2');
  await expect(panel.locator('.sum-row .num')).toHaveText(['+2', '+2', '–', '–']);
  await press('ArrowRight');
  await expect(panel.locator('.sum-row .num')).toHaveText(['+2', '+2', '+3', '+7']);

  await test.step('a factor leads to the step it comes from', async () => {
    await press('ArrowLeft');
    await panel.getByTitle('Show upstream: the total gradient of u').first().click();
    await expect(place).toHaveText('Event 7 of 12');
    await expect(panel.getByRole('heading', { name: 'Add y back to u' })).toBeVisible();
  });
});

test('forward steps and the seed are explained too', async ({ page }) => {
  const { tab, press, panel } = await openPanels(page);
  await tab('Explain');
  await press('Home');
  await expect(panel).toHaveText(/Nothing is computed yet/);
  await press('ArrowRight', 3);
  await expect(panel.getByRole('heading', { name: 'Multiply gives p' })).toBeVisible();
  await expect(panel.locator('.derivation-name')).toHaveText(['Rule', 'In symbols', 'Numbers put in', 'Result']);
  await press('ArrowRight', 4);
  await expect(panel.getByRole('heading', { name: 'Backward begins at E' })).toBeVisible();
  await expect(panel).toContainText('Raise E by a little and E rises by exactly that much.');
});

test('the notation chosen holds everywhere, and the derivation is copied as LaTeX', async ({ page, context }) => {
  const { tab, panel, caption } = await openPanels(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab('Explain');
  await panel.getByRole('radio', { name: 'x.grad' }).click();
  await expect(caption).toContainText('w.grad = 4 · 1 · 1 = 4');
  await panel.getByRole('button', { name: 'Copy as LaTeX' }).click();
  const latex = await page.evaluate(() => navigator.clipboard.readText());
  expect(latex).toContain('\\begin{aligned}');
  expect(latex).toContain('\\texttt{x.grad} &= \\frac{\\partial p}{\\partial x}');
});

test('a matrix product is explained by its rule and shapes', async ({ page }) => {
  const { example, tab, panel } = await openPanels(page);
  await example('A 2-2-2-2 network by hand'); // opens with the backward pass done
  await tab('Explain');
  await expect(panel.locator('.derivation-name')).toHaveText(['Rule', 'In symbols', 'Shapes', 'Result']);
});

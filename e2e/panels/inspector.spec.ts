import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('a node shows its formula, numbers, inputs, curve and check', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('E');
  await expect(panel.getByRole('heading', { name: 'Square' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy 4' })).toBeVisible();
  await expect(panel.getByRole('row').nth(1)).toHaveText('d = 241+4');
  await expect(panel.getByRole('figure', { name: 'Curve of E over d' })).toContainText('slope 4');
  await expect(panel.locator('.check-rows')).toContainText(/4\.000.000.000/);
  await expect(panel).toContainText('Square scales by twice its input.');
});

test('numbers un-write when the player goes back, and never read 0', async ({ page }) => {
  const { select, panel, press } = await openPanels(page);
  await select('E');
  await press('Home');
  await expect(panel.locator('.rows .num').first()).toHaveText('–');
  await expect(panel.getByRole('row').nth(1)).toHaveText('d = ––––');
});

test('the point of a curve nudges its leaf, as one step of undo', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('w');
  const point = panel.getByRole('slider', { name: /Point on the curve: w = 3, E = 4, slope 4/ });
  await point.focus();
  for (let notch = 0; notch < 5; notch++) await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('slider', { name: /w = 3\.5, E = 6\.25, slope 5/ })).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'value' })).toHaveValue('3.5');

  const handle = (await panel.locator('.plot-point').boundingBox())!;
  await page.mouse.move(handle.x + 5, handle.y + 5);
  await page.mouse.down();
  await page.mouse.move(handle.x - 40, handle.y + 5, { steps: 6 });
  await page.mouse.up();
  await expect(panel.getByRole('textbox', { name: 'value' })).not.toHaveValue('3.5');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(panel.getByRole('textbox', { name: 'value' })).toHaveValue('3.5');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(panel.getByRole('textbox', { name: 'value' })).toHaveValue('3');
});

test('a value that cannot be read keeps the old one and says why', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('w');
  const value = panel.getByRole('textbox', { name: 'value' });
  await value.fill('three');
  await value.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('This is not a number. Write 0.5, −3 or 1e-3. It stays 3.');
  await expect(panel.getByRole('button', { name: 'Copy 3' })).toBeVisible();
  await value.fill('[1, 2');
  await value.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('in square brackets');
  await value.fill('−0.5');
  await value.press('Enter');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Copy −0.5' })).toBeVisible();
});

test('a node is labelled, renamed and made the one differentiated', async ({ page }) => {
  const { select, panel } = await openPanels(page);
  await select('d');
  await panel.getByRole('textbox', { name: 'Label' }).fill('miss');
  await panel.getByRole('textbox', { name: 'Label' }).press('Enter');
  await expect(page.locator('.react-flow__node[data-id="d"]')).toContainText('miss');
  const id = panel.getByRole('textbox', { name: 'Id' });
  await id.fill('w');
  await id.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('already taken');
  await id.fill('delta');
  await id.press('Enter');
  await expect(page.locator('.react-flow__node[data-id="delta"]')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Differentiate this node' }).click();
  await expect(panel).toContainText('This node is differentiated.');
  await expect(page.locator('.react-flow__node[data-id="w"]')).toContainText('+1');
});

test('a wire shows its five numbers, a merged gate the product of those inside', async ({ page }) => {
  const { example, select, panel } = await openPanels(page);
  const chip = (await page.locator('.react-flow__edge[data-id="d:0"] .chip-value').boundingBox())!;
  await page.mouse.click(chip.x + chip.width / 2, chip.y + chip.height + 2); // on the wire, between its two numbers
  await expect(panel.getByRole('heading', { name: 'Wire' })).toBeVisible();
  await expect(panel.locator('.ledger-line')).toHaveText('1 × 4 = +4');

  await example('A sigmoid from four gates');
  const group = await page.locator('.react-flow__node').nth(1).getAttribute('data-id');
  await select(group ?? '');
  await expect(panel.getByRole('heading', { name: 'Merged gate' })).toBeVisible();
  await expect(panel.locator('.product').first()).toHaveText('(−0.5344)·1·0.3679·(−1) = 0.1966');
});

test('with nothing selected the document is described and counted', async ({ page }) => {
  const { panel, example } = await openPanels(page);
  await example('A 784-256-128-10 network');
  await expect(panel.getByRole('definition').nth(2)).toHaveText(/^235.146$/);
  await panel.getByRole('textbox', { name: 'Title' }).fill('Mine');
  await panel.getByRole('textbox', { name: 'Title' }).press('Enter');
  await expect(page.getByRole('banner')).toContainText('Mine');
});

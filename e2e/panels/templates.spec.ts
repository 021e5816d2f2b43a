import { AxeBuilder } from '@axe-core/playwright';
import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

const node = (id: string) => `.react-flow__node[data-id="${id}"]`;

test('a layer from the palette is one closed gate that runs at once, and one step to undo', async ({ page }) => {
  await openPanels(page);
  const { nodeIds } = studioOf(page);
  const before = await nodeIds();
  await page.getByRole('option', { name: 'Dense', exact: true }).click();
  await expect(page.locator(node('dense'))).toBeVisible();
  await expect(page.locator(node('dense'))).toContainText('[1 × 3]');
  await expect(page.getByRole('tab', { name: 'Problems', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(nodeIds).toEqual(before);
});

test('templates are found by typing, as ops are', async ({ page }) => {
  await openPanels(page);
  const search = page.getByRole('combobox', { name: 'Add a node' });
  await search.fill('skip connection');
  await search.press('Enter');
  await expect(page.locator(node('residual'))).toBeVisible();
});

test('a layer added behind a selected one reads it', async ({ page }) => {
  await openPanels(page);
  await page.getByRole('option', { name: 'Dense', exact: true }).click();
  await expect(page.locator(node('dense'))).toBeVisible();
  await page.getByRole('option', { name: 'Dense', exact: true }).click();
  await expect(page.locator('.react-flow__edge[data-id^="m1:"]')).toHaveCount(1);
  await expect(page.getByText('17 nodes')).toBeVisible(); // 6, then 6, then 5: the second brings no input
});

test('the dialog sketches a network, counts its parameters and adds it', async ({ page }) => {
  await openPanels(page);
  await page.getByRole('button', { name: 'Build a network…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Build a network' });
  const layers = dialog.getByRole('textbox', { name: 'Layers' });
  const count = dialog.getByRole('status');
  await layers.fill('25-16-16-9-9');
  await expect(count).toContainText('881 connections');
  await layers.fill('784-512-512-10');
  await expect(count).toContainText('669 706 parameters'.replace(' ', '\u2009'));
  await layers.fill('2-4-x');
  await expect(dialog.getByRole('alert')).toContainText('Whole numbers');
  await expect(dialog.getByRole('button', { name: 'Add network' })).toBeDisabled();
  await layers.fill('2-4-1');
  await dialog.getByRole('button', { name: 'One unit more in layer 1' }).click();
  await dialog.getByRole('button', { name: 'Add a hidden layer' }).click();
  await expect(layers).toHaveValue('2-5-5-1');
  await dialog.getByRole('combobox', { name: 'Activation' }).selectOption({ label: 'ReLU' });
  await dialog.getByRole('combobox', { name: 'Start' }).selectOption({ label: 'He' });
  await dialog.getByRole('button', { name: 'Add network' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(node('mlp'))).toContainText('2-5-5-1');
});

test('an opened network moves what stands behind it out of the way', async ({ page }) => {
  await openPanels(page);
  await page.getByRole('option', { name: 'MLP', exact: true }).click();
  await page.locator(node('mlp')).click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Control+Enter');
  await expect(page.locator(node('layer2'))).toBeVisible();
  const box = async (id: string) => (await page.locator(node(id)).boundingBox())!;
  await expect
    .poll(async () => (await box('L')).x - (await box('layer2')).x - (await box('layer2')).width)
    .toBeGreaterThan(0);
});

for (const theme of ['light', 'dark'] as const)
  test(`the dialog has nothing that axe objects to, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPanels(page);
    await page.getByRole('button', { name: 'Build a network…' }).click();
    await page.getByRole('dialog').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('.dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

import { AxeBuilder } from '@axe-core/playwright';
import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('an op is found by typing and added with Enter, at a free place', async ({ page }) => {
  await openPanels(page);
  const search = page.getByRole('combobox', { name: 'Add a node' });
  for (const query of ['×', 'times', 'leaky']) {
    await search.fill(query);
    await search.press('Enter');
  }
  await expect(page.getByText('9 nodes')).toBeVisible();
  const boxes = await page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
});

test('arrows walk the list, Escape leaves it, a press adds', async ({ page }) => {
  await openPanels(page);
  const { nodeIds } = studioOf(page);
  const search = page.getByRole('combobox', { name: 'Add a node' });
  await search.focus();
  await search.press('ArrowDown');
  await search.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Parameter' })).toHaveAttribute('aria-selected', 'true');
  await search.press('Escape');
  await expect(page.locator('.palette [aria-selected="true"]')).toHaveCount(0);
  const before = await nodeIds();
  await page.getByRole('option', { name: 'Tanh', exact: true }).click();
  await expect.poll(nodeIds).toHaveLength(before.length + 1);
});

test('an op says its formula and what it does to a gradient', async ({ page }) => {
  await openPanels(page);
  await page.getByRole('option', { name: 'Multiply' }).hover();
  await expect(page.locator('.palette-card')).toContainText('Multiply swaps.');
});

test('an empty slot is listed as a problem that leads to its node', async ({ page }) => {
  const { tab, panel } = await openPanels(page);
  await tab('Problems');
  await expect(panel).toContainText('No problems: everything here can be computed.');
  await page.getByRole('option', { name: 'ReLU', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Problems, 1' })).toBeVisible();
  await expect(panel.getByRole('listitem')).toContainText('nothing in its slot');
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await panel.getByRole('button', { name: /^Go to/ }).click();
  await expect(page.locator('.react-flow__node.selected')).toContainText('ReLU');
});

for (const theme of ['light', 'dark'] as const)
  test(`the panels have nothing that axe objects to, ${theme}`, async ({ page }) => {
    test.slow(); // five scans of the page
    await page.emulateMedia({ colorScheme: theme });
    const { select, tab } = await openPanels(page);
    const violations = async () => {
      const found = await new AxeBuilder({ page })
        .include('.palette')
        .include('.panel-tabs')
        .include('.player')
        .analyze();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await violations()).toEqual([]);
    await select('E');
    expect(await violations()).toEqual([]);
    await select('w');
    expect(await violations()).toEqual([]);
    await tab('Explain');
    expect(await violations()).toEqual([]);
    await tab('Problems');
    expect(await violations()).toEqual([]);
  });

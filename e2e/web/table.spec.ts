import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

test('the table is an editor: by keyboard a value, a name, an input, a node more and a node less', async ({ page }) => {
  test.slow();
  await page.goto('/?example=a1-squared-error');
  const studio = studioOf(page);
  await studio.node('E').waitFor();
  await page.locator('.canvas').focus();
  await page.keyboard.press('ControlOrMeta+Shift+l');
  const grid = page.getByRole('grid', { name: 'The graph as a table' });
  const row = (name: string) =>
    grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(grid.getByRole('columnheader')).toHaveText([
    'Order',
    'Name',
    'Kind',
    'Inputs',
    'Value',
    'Gradient',
    'Problem',
  ]);
  await expect(grid.getByRole('rowheader')).toHaveText(['w', 'x', 'p', '1', 'd', 'E differentiated']);
  await expect(row('w')).toContainText('3+4');
  await expect(grid.getByRole('rowheader', { name: 'w', exact: true })).toBeFocused();

  await test.step('a value', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('alert')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect(row('w')).toContainText('2+2');
    await expect(row('w').getByRole('gridcell', { name: '2', exact: true })).toBeFocused();
  });

  await test.step('a name', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.type('weight');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('rowheader').first()).toHaveText('weight');
    await expect(row('p')).toContainText('a = weight, b = x');
  });

  await test.step('an input: what would close a cycle is not offered', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const slot = page.getByLabel('Input b of p');
    const offered = await slot.locator('option').allTextContents();
    expect(offered.some((text) => text.startsWith('x '))).toBe(true);
    expect(offered.some((text) => text.startsWith('E ') || text.startsWith('d ') || text.startsWith('p '))).toBe(false);
    await slot.selectOption({ label: offered.find((text) => text.startsWith('weight'))! });
    await page.keyboard.press('Escape');
    await expect(row('p')).toContainText('a = weight, b = weight');
    await expect(row('p')).toContainText('4+6'); // w² = 4, dE/dp = 2(4 − 1)
    await expect(row('p').getByRole('gridcell', { name: 'a = weight, b = weight' })).toBeFocused();
  });

  await test.step('a node more', async () => {
    await page.getByLabel('Kind of the new node').selectOption('relu');
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await expect(grid.getByRole('rowheader')).toHaveCount(7);
    await expect(grid.locator(':focus')).toHaveRole('rowheader');
    await expect(grid.getByRole('row', { selected: true })).toContainText('nothing yet');
  });

  await test.step('a node less', async () => {
    await page.keyboard.press('Delete');
    await expect(grid.getByRole('rowheader')).toHaveCount(6);
    await expect(page.getByText(/^Deleted /)).toBeVisible();
    await expect(grid.locator(':focus')).toHaveRole('rowheader');
  });

  await test.step('it is the same document', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+l');
    await expect(page.locator('.canvas')).toBeFocused();
    await expect.poll(() => studio.face('w')).toEqual(['2', '+24']); // 2 · 3 · 2w
  });
});

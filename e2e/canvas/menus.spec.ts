import { expect, test } from '../support/test.ts';
import { openExample, portAt } from './opened.ts';

test('every context menu has at most nine items, and the same commands are in the palette', async ({ page }) => {
  const { node, edge, canvas } = await openExample(page, 'a1-squared-error', 'E');
  const items = page.getByRole('menuitem');
  const check = async (open: () => Promise<void>, named: string) => {
    await open();
    await expect(page.getByRole('menuitem', { name: named })).toBeVisible();
    expect(await items.count()).toBeLessThanOrEqual(9);
    await page.keyboard.press('Escape');
    await expect(items).toHaveCount(0);
  };
  await check(() => canvas.click({ button: 'right', position: { x: 300, y: 560 } }), 'Add a note');
  await check(() => node('p').locator('.gate-header').click({ button: 'right' }), 'Delete and join the wires');
  await check(() => node('w').locator('.gate-header').click({ button: 'right' }), 'Edit the value');
  const port = await portAt(page, 'p', 'out:0');
  await check(() => page.mouse.click(port.x, port.y, { button: 'right' }), 'Remove the wires of this port');
  const chip = (await edge('E', 0).locator('.chip-value').boundingBox())!;
  await check(
    () => page.mouse.click(chip.x + chip.width / 2, chip.y + chip.height + 4, { button: 'right' }),
    'Lead the wire through a point',
  );
  await node('p').locator('.gate-header').click();
  await node('d')
    .locator('.gate-header')
    .click({ modifiers: ['Shift'] });
  await check(() => node('d').locator('.gate-header').click({ button: 'right' }), 'Frame the selection');
});

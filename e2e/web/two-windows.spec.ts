import type { Page } from '@playwright/test';
import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function open(page: Page) {
  await page.goto('/?example=a1-squared-error');
  const studio = studioOf(page);
  await studio.node('E').waitFor();
  return studio;
}

test('nodes copied in one window are pasted in another, wired among themselves', async ({ page, context }) => {
  test.slow(); // two windows
  const first = await open(page);
  await first.node('w').click({ position: { x: 40, y: 12 } });
  await first.node('p').click({ position: { x: 40, y: 12 }, modifiers: ['Shift'] });
  await page.locator('.canvas').focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Copied 2 nodes.')).toBeVisible();

  const other = await context.newPage();
  const second = await open(other);
  await other.bringToFront();
  await other.locator('.canvas').focus();
  await other.keyboard.press('ControlOrMeta+v');
  await expect(other.getByText('Pasted 2 nodes.')).toBeVisible();
  await expect.poll(second.nodeIds).toHaveLength(8);
  await expect(second.edge('p1', 0)).toHaveCount(1); // w1 → p1
  await expect(second.edge('p1', 1)).toHaveCount(0); // x stayed behind

  await other.keyboard.press('ControlOrMeta+z');
  await expect.poll(second.nodeIds).toHaveLength(6);
  await other.keyboard.press('ControlOrMeta+Shift+v');
  await expect(second.edge('p1', 1)).toHaveCount(1); // x of the other window
});

test('text from elsewhere is refused with a sentence and changes nothing', async ({ page }) => {
  const studio = await open(page);
  for (const text of ['hello', '{"nodes": 3}', '<svg onload="alert(1)">']) {
    await page.evaluate((each) => navigator.clipboard.writeText(each), text);
    await page.locator('.canvas').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(page.getByText('The clipboard holds no nodes of a graph.')).toBeVisible();
  }
  await page.evaluate(() =>
    navigator.clipboard.writeText('{"chainrule-clipboard":1,"nodes":[{"id":"a","op":"nope"}]}'),
  );
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText(/^The nodes on the clipboard cannot be pasted/)).toBeVisible();
  expect(await studio.nodeIds()).toHaveLength(6);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

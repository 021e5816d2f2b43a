import { expect, type Page } from '@playwright/test';
import { type Studio, studioOf } from '../support/studio.ts';

/** The web edition with an example open and its numbers standing. */
export async function openExample(page: Page, id: string, proof: string): Promise<Studio> {
  await page.goto(`/?example=${id}`);
  const studio = studioOf(page);
  await expect(studio.node(proof).locator('.gate-value')).toHaveText(/\d/);
  return studio;
}

/** An empty canvas. */
export async function openEmpty(page: Page): Promise<Studio> {
  const studio = await openExample(page, 'a1-squared-error', 'E');
  await page.locator('.canvas').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Type an expression, or press / to add a node')).toBeVisible();
  return studio;
}

/** Moves the pointer from one place to another with the button down; the caller lets go. */
export async function carry(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.move(to.x + 1, to.y);
}

export async function portAt(page: Page, node: string, handle: string): Promise<{ x: number; y: number }> {
  const port = page.locator(`.react-flow__handle[data-nodeid="${node}"][data-handleid="${handle}"]`);
  const box = await port.boundingBox();
  if (!box) throw new Error(`no port ${handle} of ${node} on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

import type { Page } from '@playwright/test';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

async function merge(page: Page, { node, nodeIds }: Studio, ids: readonly string[]): Promise<string> {
  const before = await nodeIds();
  for (const [index, id] of ids.entries())
    await node(id)
      .locator('.gate-header')
      .click(index === 0 ? {} : { modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+G');
  await expect(node(ids[0]!)).toHaveCount(0);
  return (await nodeIds()).find((id) => !before.includes(id))!;
}

test('a double click goes into a merged gate: its inside alone, with what it is wired to; Escape goes out', async ({
  page,
}) => {
  const studio = await openExample(page, 'a1-squared-error', 'E');
  const { node, chip } = studio;
  const merged = await merge(page, studio, ['d', 'E']);
  await expect(node(merged).locator('.path-badge')).toHaveText('= product of 2');
  await node(merged).locator('.gate-rows').dblclick();
  await expect(node('d')).toBeVisible();
  await expect(node('w')).toHaveCount(0);
  await expect(page.locator('.gate-boundary')).toHaveCount(2);
  expect(await chip('d', 0)).toEqual(['3', '+4']);
  await expect(page.locator('.breadcrumb')).toContainText('Graph');
  await page.keyboard.press('Escape');
  await expect(node(merged)).toBeVisible();
  await expect(page.locator('.breadcrumb')).toHaveCount(0);
});

test('merged gates nest: in and out by Enter, the breadcrumb and Escape', async ({ page }) => {
  const studio = await openExample(page, 'a1-squared-error', 'E');
  const { node } = studio;
  const inner = await merge(page, studio, ['d', 'E']);
  const outer = await merge(page, studio, ['p', inner]);
  await expect(node(outer).locator('.gate-value')).toHaveText('4');
  await node(outer).click();
  await page.keyboard.press('Enter');
  await expect(node(inner)).toBeVisible();
  await node(inner).click();
  await page.keyboard.press('Enter');
  await expect(node('d')).toBeVisible();
  await expect(page.locator('.breadcrumb button')).toHaveCount(2);
  await page.locator('.breadcrumb button').nth(1).click();
  await expect(node(inner)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(node(outer)).toBeVisible();
});

test('opening in place moves neighbours aside, closing brings them back', async ({ page }) => {
  const studio = await openExample(page, 'a1-squared-error', 'E');
  const { node } = studio;
  const merged = await merge(page, studio, ['p', 'd']);
  const before = (await node('E').boundingBox())!;
  await node(merged).locator('.gate-open').click();
  await expect(node('p')).toBeVisible();
  await page.locator('.frame-close').click();
  await expect(node(merged)).toBeVisible();
  expect(await node('E').boundingBox()).toEqual(before);
});

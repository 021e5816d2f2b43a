import { expect, type Page } from '@playwright/test';

/** Opens an example in a window of the size lecturers have. */
export async function openExample(page: Page, id: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/?example=${id}`);
  await page.locator('.react-flow__node').first().waitFor();
  await expect(page.locator('.player-place')).not.toHaveText('No steps yet');
}

/** Chooses an entry of the practice menu. */
export async function practise(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Practice', exact: true }).click();
  await page
    .getByRole(/^(Predict|Overwrite|No |Wrong|Stale)/.test(name) ? 'menuitemcheckbox' : 'menuitem', { name })
    .click();
}

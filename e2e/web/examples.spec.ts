import { examples } from '../../resources/examples/catalog.ts';
import { expect, test } from '../support/test.ts';

// The guard of every test fails it when a page logs, throws or asks another origin for anything.
for (const { id, title } of examples)
  test(`the example “${title}” opens, computes and its gradients match`, async ({ page }) => {
    test.slow(); // the largest has ten thousand numbers to compare
    await page.goto(`/?example=${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.truth-light')).toHaveClass(/light-match/);
    await expect(page.getByRole('tab', { name: 'Problems', exact: true })).toBeVisible();
  });

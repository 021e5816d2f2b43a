import { examples } from '../../resources/examples/catalog.ts';
import { expect, test } from '../support/test.ts';

/** Examples opened one after another in one page. */
const PER_PAGE = 13;

// The guard of every test fails it when a page logs, throws or asks another origin for anything.
for (let first = 0; first < examples.length; first += PER_PAGE) {
  const some = examples.slice(first, first + PER_PAGE);
  test(`the examples ${some[0]!.id} to ${some.at(-1)!.id} open, compute, and their gradients match`, async ({
    page,
  }) => {
    test.setTimeout(180_000); // the largest has ten thousand numbers to compare
    for (const { id, title } of some) {
      await page.goto(`/?example=${id}`);
      await expect(page.getByRole('heading', { level: 1 }), id).toHaveText(title);
      await expect(page.locator('.truth-light'), id).toHaveClass(/light-match/, { timeout: 30_000 });
      await expect(page.getByRole('tab', { name: 'Problems', exact: true }), id).toBeVisible();
    }
  });
}

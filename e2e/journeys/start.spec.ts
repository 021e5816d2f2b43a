import { expect, test } from '../support/test.ts';

test('the program starts, isolated, without a word on the console', async ({ desk }) => {
  await expect(desk.page).toHaveTitle(/Chainrule/);
  expect(await desk.page.evaluate(() => [globalThis.crossOriginIsolated, typeof window.chainruleDesktop])).toEqual([
    true,
    desk.edition === 'desktop' ? 'object' : 'undefined',
  ]);
});

import { expect, test } from '../support/test.ts';
import { pdfPages } from './pdf-text.ts';
import { openExample, practise } from './practice.ts';

test('the graph at hand prints blank on one page and solved on the next', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await practise(page, 'Print a worksheet');
  await expect(page.locator('.sheet-page')).toHaveCount(2);
  const [blank, key, ...rest] = pdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(rest).toEqual([]);
  expect(blank).toContain('Backpropagation by hand');
  expect(blank).toContain('One input, three branches');
  expect(blank).toContain('Multiply');
  expect(blank).not.toMatch(/\+7|\b10\b/);
  expect(key).toContain('Answer key');
  expect(key).toContain('+7');
  expect(key).toContain('10');
  expect(key).not.toContain('Overwrite');
});

test('random graphs print one a page, on the paper chosen, with the key at the end', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await practise(page, 'Print a worksheet');
  await page.getByRole('radio', { name: 'Random graphs' }).click();
  await page.getByRole('slider', { name: 'How many' }).press('Home');
  for (let more = 0; more < 2; more++) await page.getByRole('slider', { name: 'How many' }).press('ArrowRight');
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('20');
  await page.getByRole('radio', { name: 'Letter' }).click();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdfPages(pdf);
  expect(pages.slice(0, 3).map((text) => /Random graph \d+/.exec(text)?.[0])).toEqual([
    'Random graph 20',
    'Random graph 21',
    'Random graph 22',
  ]);
  expect(pages[3]).toContain('Answer key');
  expect(pages.length).toBeLessThanOrEqual(6);
  const sizes = pdf.toString('latin1').match(/\/MediaBox \[0 0 (?:792 612|612 792)\]/g);
  expect(sizes).toHaveLength(pages.length);

  await page.keyboard.press('Escape');
  await expect(page.locator('.sheet')).toHaveCount(0);
});

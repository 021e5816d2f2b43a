import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/test.ts';

const EXAMPLE = new URL('../../resources/examples/a1-squared-error.chainrule.json', import.meta.url);

test('a document is opened, saved under another name, and opened from there again', async ({ desk }) => {
  const { page } = desk;
  await desk.willOpen('squared.chainrule.json', await readFile(EXAMPLE, 'utf8'));
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);

  await desk.willSaveAs('copy.chainrule.json');
  await page.keyboard.press('ControlOrMeta+Shift+s');
  const copy = () => desk.savedText('copy.chainrule.json').catch(() => '');
  await expect.poll(copy).toContain('"format": "chainrule"');
  const saved = await copy();
  expect((await desk.suggestedNames())[0]).toMatch(/\.chainrule\.json$/);

  await desk.willOpen('again.chainrule.json', saved);
  await page.keyboard.press('ControlOrMeta+o');
  await desk.willSaveAs('third.chainrule.json');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  await page.keyboard.press('ControlOrMeta+Shift+s');
  await expect.poll(() => desk.savedText('third.chainrule.json').catch(() => '')).toBe(saved);
});

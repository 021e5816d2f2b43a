import { readFile } from 'node:fs/promises';
import { isDesktopDesk } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

const EXAMPLE = new URL('../../resources/examples/a1-squared-error.chainrule.json', import.meta.url);

test('unsaved work is there again after the page was loaded anew, and after a power cut', async ({ desk }) => {
  test.slow(); // three loads of the window
  const { page } = desk;
  const gates = (of = page) => of.locator('.react-flow__node');
  await desk.willOpen('squared.chainrule.json', await readFile(EXAMPLE, 'utf8'));
  await page.keyboard.press('ControlOrMeta+o');
  await expect(gates()).toHaveCount(6);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(gates()).toHaveCount(12);

  await page.waitForTimeout(1500); // the journal is written a moment after the last change
  await page.reload();
  await expect(gates()).toHaveCount(12);
  if (isDesktopDesk(desk)) await expect(gates((await desk.restart()).page)).toHaveCount(12);
});

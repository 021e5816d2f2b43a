import { expect, test } from '../support/test.ts';
import { openExample, practise } from './practice.ts';

test('each classic mistake shows its wrong numbers beside the right ones and says why', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  const why = page.locator('.practice-question');
  const x = page.locator('.react-flow__node[data-id="x"]');

  await practise(page, 'Overwrite');
  await expect(why).toHaveText('x gets +3 instead of +7: the branch through v overwrote the +4 that came before.');
  await expect(x.locator('.gate-wrong')).toHaveText('instead +3');
  await expect(x.locator('.gate-gradient')).toHaveText('+7');
  await expect(page.locator('.broken-badge')).toHaveText('Broken on purpose');

  await practise(page, 'No zero_grad');
  await expect(why).toHaveText('x gets +14 instead of +7: the +7 of the pass before was still there.');
  await practise(page, 'Stale cache');
  await expect(why).toHaveText(/^x gets \+5 instead of \+7: .* when x was 1, not 2\.$/);
  await expect(page.locator('.react-flow__edge[data-id="u:0"] .wire-hatch')).toHaveCount(1);
  await expect(page.locator('.react-flow__edge[data-id="u:0"] .chip-wrong')).toHaveText('+1');
  await expect(page.locator('.react-flow__edge[data-id="y:0"] .wire-hatch')).toHaveCount(0);
  await practise(page, 'Wrong visit order');
  await expect(why).toHaveText(/^Nothing changes here: /);
  await practise(page, 'No upstream gradient');
  await expect(why).toHaveText(/^Nothing changes here: /);

  await page.getByRole('button', { name: 'Mend it' }).click();
  await expect(page.locator('.gate-wrong, .wire-hatch, .broken-badge, .practice-bar')).toHaveCount(0);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('the player steps through the broken run: a wrong number stands only once it was written', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await practise(page, 'Overwrite');
  const wrong = page.locator('.react-flow__node[data-id="x"] .gate-wrong');
  await expect(wrong).toHaveCount(1);
  await page.locator('.track').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(wrong).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(wrong).toHaveText('instead +3');
});

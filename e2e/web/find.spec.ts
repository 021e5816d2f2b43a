import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

test('finding by numbers selects in turn, says how many, and Escape goes back to where one was', async ({ page }) => {
  await page.goto('/?example=a1-squared-error');
  const studio = studioOf(page);
  await expect.poll(() => studio.face('w')).toEqual(['3', '+4']);
  await studio.node('d').click({ position: { x: 40, y: 12 } });
  const selected = page.locator('.react-flow__node.selected');
  await page.locator('.canvas').focus();
  await page.keyboard.press('ControlOrMeta+f');
  const field = page.getByRole('searchbox', { name: 'Find nodes' }).or(page.getByLabel('Find nodes'));
  await expect(field).toBeFocused();

  await field.fill('grad > 10');
  await expect(page.locator('.find-count')).toHaveText('1 of 1');
  await expect(selected).toHaveAttribute('data-id', 'x');

  await field.fill('value = 3');
  await expect(page.locator('.find-count')).toHaveText('1 of 2');
  await expect(selected).toHaveAttribute('data-id', 'w');
  await page.keyboard.press('Enter');
  await expect(selected).toHaveAttribute('data-id', 'p');
  await page.keyboard.press('Enter');
  await expect(selected).toHaveAttribute('data-id', 'w');
  await page.keyboard.press('Shift+Enter');
  await expect(selected).toHaveAttribute('data-id', 'p');

  await field.fill('grad >');
  await expect(page.locator('.find-count')).toHaveText(/A number must follow/);
  await expect(selected).toHaveAttribute('data-id', 'd');
  await field.fill('op:mul');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(selected).toHaveAttribute('data-id', 'd');
  await expect(page.locator('.canvas')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+f');
  await field.fill('value = 3');
  await page.keyboard.press('Alt+Enter');
  await expect(selected).toHaveCount(2);
});

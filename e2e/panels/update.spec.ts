import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('after backward comes the update: old and new value, undone by scrubbing back', async ({ page }) => {
  const { press, caption, place, tab, panel } = await openPanels(page);
  const { face } = studioOf(page);
  await tab('Explain');
  await press('ArrowRight');
  await expect(place).toHaveText('Event 13 of 13');
  await expect(caption).toHaveText('w goes from 3 to 2.96: 3 − 0.01 × 4.');
  expect((await face('w'))[0]).toBe('3 → 2.96');
  await expect(panel.getByRole('heading', { name: 'Update of w' })).toBeVisible();
  await press('ArrowLeft');
  expect((await face('w'))[0]).toBe('3');
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true');
});

test('the updates are applied as one edit and the next iteration begins at its start', async ({ page }) => {
  const { press, place } = await openPanels(page);
  const { face } = studioOf(page);
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  await rate.fill('0.25');
  await rate.press('Enter');
  await press('ArrowRight');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(place).toContainText('Event 0 of 13');
  await expect(place).toContainText('Iteration 1');
  await press('End');
  expect((await face('w'))[0]).toBe('2');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await face('w'))[0]).toBe('1.5');
  await expect(place).toContainText('Iteration 2');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await face('w'))[0]).toBe('2');
  await expect(place).toContainText('Iteration 1');
});

test('a learning rate that is none is refused and the old one stays', async ({ page }) => {
  await openPanels(page);
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  await rate.fill('-1');
  await rate.press('Enter');
  await expect(page.getByText('A learning rate is a number above 0. It stays 0.01.')).toBeVisible();
  await expect(rate).toHaveValue('0.01');
});

test('a frozen parameter has no update', async ({ page }) => {
  const { select, panel, place } = await openPanels(page);
  await select('w');
  await panel.getByRole('checkbox', { name: 'trainable' }).uncheck();
  await expect(place).toHaveText('Event 12 of 12');
  await expect(page.locator('.band-none')).toHaveText('Updatenone');
});

test('playing halts at a breakpoint and says where', async ({ page }) => {
  const { select, place } = await openPanels(page);
  await select('p');
  await page.keyboard.press('F9');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '8×' });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const halted = page.getByRole('contentinfo').getByText('Breakpoint on p');
  await expect(halted).toBeVisible();
  await expect(place).toHaveText('Event 3 of 13');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(place).toHaveText(/Event (8|9) of 13/);
  await expect(halted).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(halted).toHaveCount(0);
});

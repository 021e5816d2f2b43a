import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

test('XOR is learned to 100 % beside a graph that stays usable, as one edit that can be undone', async ({ page }) => {
  test.slow(); // four thousand epochs
  await page.goto('/?example=c4-xor-relu');
  const studio = studioOf(page);
  await studio.node('L').waitFor();
  const loss = () => studio.face('L').then(([value]) => value);
  const before = await loss();

  await page.getByRole('tab', { name: 'Train' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Train' });
  await panel.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(panel.getByText('Done after 4000 epochs.')).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText('Accuracy, train').locator('..')).toContainText('100\u2009%');
  await expect(panel.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '100');
  await expect(page.getByRole('img', { name: /^Loss per epoch\. train/ })).toBeVisible();
  await expect.poll(loss).not.toBe(before);

  await page.locator('.canvas').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(loss).toBe(before);
  await expect(panel.getByText('0 of 4000')).toBeVisible();
});

test('training goes step by step, takes a new learning rate while paused, and goes back', async ({ page }) => {
  await page.goto('/?example=c9-early-stopping');
  await studioOf(page).node('L').waitFor();
  await page.getByRole('tab', { name: 'Train' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Train' });
  const steps = panel.getByText('Steps taken').locator('..');
  await panel.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(steps).toHaveText('Steps taken1');
  await panel.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(steps).toHaveText('Steps taken2');
  await panel.getByRole('textbox', { name: 'Learning rate' }).fill('0.01');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Epoch', exact: true }).click();
  await expect(steps).toHaveText('Steps taken10');
  await expect(panel.getByText('Paused after epoch 1.')).toBeVisible();
  await panel.getByRole('button', { name: 'Reset' }).click();
  await expect(steps).toHaveText('Steps taken0');
  await panel.getByRole('textbox', { name: 'Batch size' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toBeVisible();
});

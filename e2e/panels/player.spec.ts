import { expect, test } from '../support/test.ts';
import { openPanels } from './panels.ts';

test('the track goes to either end, by step and by phase, with the keyboard', async ({ page }) => {
  const { press, place, caption, track } = await openPanels(page);
  await expect(place).toHaveText('Event 12 of 13');
  await expect(caption).toHaveText(
    'Backward is complete: ∂E/∂w = 4 · 1 · 1 = 4. Press Home to start over, → to compute the first value.',
  );
  await press('Home');
  await expect(place).toHaveText('Event 0 of 13');
  await expect(caption).toHaveText('Nothing is computed yet. Press → to compute the first value.');
  await press('ArrowRight', 5);
  await expect(caption).toHaveText('Subtract takes p = 3 and 1 and gives d = 2.');
  await press('Shift+ArrowRight', 2);
  await expect(track).toHaveAttribute('aria-valuenow', '12');
  await expect(caption).toContainText('Raise w by 0.01 and E rises by about 0.04.');
  await press('Shift+ArrowLeft');
  await expect(place).toHaveText('Event 6 of 13');
  await expect(track).toHaveAttribute('aria-valuetext', /^Event 6 of 13: Square takes d = 2 and gives E = 4/);
});

test('the track is scrubbed by dragging along it', async ({ page }) => {
  const { track, place } = await openPanels(page);
  const box = (await track.boundingBox())!;
  await page.mouse.move(box.x + box.width - 10, box.y + 28);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 28, { steps: 8 });
  await expect(place).not.toHaveText('Event 12 of 13');
  await page.mouse.move(box.x - 20, box.y + 28, { steps: 8 });
  await page.mouse.up();
  await expect(place).toHaveText('Event 0 of 13');
});

test('stepping by node joins what a gate sends back', async ({ page }) => {
  const { press, place, caption } = await openPanels(page);
  await page.getByRole('radio', { name: 'By node' }).click();
  await expect(place).toHaveText('Step 10 of 11');
  await press('ArrowLeft');
  await expect(caption).toHaveText('d passes 4 back: p receives 4 and 1 receives −4.');
});

test('a fork counts its branches', async ({ page }) => {
  const { example, press, caption, place } = await openPanels(page);
  await example('One input, three branches');
  await press('ArrowLeft', 2);
  await expect(place).toHaveText('Event 10 of 12');
  await expect(caption).toHaveText(
    'Branch 2 of 3: x receives 2 × 1 = 2 through the second input of u. So far 2 + 2; one branch to go.',
  );
});

test('play runs to the end and the buttons say when there is nowhere to go', async ({ page }) => {
  const { place, press } = await openPanels(page);
  const next = page.getByRole('button', { name: 'Next step' });
  await press('End'); // from the end of backward to the end of the update
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Go to the start' }).click();
  await expect(next).not.toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '8×' });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(place).toHaveText('Event 13 of 13');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('the truth light lists every gradient beside its central difference', async ({ page }) => {
  await openPanels(page);
  const light = page.getByRole('button', { name: /^9\/9 gradients match, worst \d+e-\d+$/ });
  await light.click();
  const rows = page.getByRole('dialog').getByRole('row');
  await expect(rows).toHaveCount(10);
  await page.getByRole('dialog').getByRole('button', { name: 'd → E' }).click();
  await expect(page.locator('.react-flow__node[data-id="E"]')).toHaveClass(/selected/);
});

import { expect, test } from '../support/test.ts';

const MOST_KEYS = 60;

test('y = relu(w·x + b): from an empty canvas to gradients by keyboard alone', async ({ page }) => {
  test.slow();
  let keys = 0;
  const press = async (...names: readonly string[]) => {
    for (const name of names) {
      keys++;
      await page.keyboard.press(name);
    }
  };
  const type = async (text: string) => {
    for (const character of text) await press(character);
  };
  await page.goto('/');
  await page.locator('.react-flow__node').first().waitFor();
  await page.evaluate(() =>
    window.addEventListener('pointerdown', () => Object.assign(window, { pointed: true }), true),
  );

  // Not counted: making room. From here on every keystroke is.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('New document');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type an expression, or press / to add a node')).toBeVisible();

  await press('/');
  await expect(page.locator('.quick-add-field[role="combobox"]')).toBeFocused();
  await type('y = relu(w*x + b)');
  await press('Enter');
  const nodes = page.locator('.react-flow__node');
  await expect(nodes).toHaveCount(6);
  const face = (id: string, part: 'value' | 'gradient') =>
    page.locator(`.react-flow__node[data-id="${id}"] .gate-${part}`);
  await expect(face('y', 'value')).toHaveText('2'); // relu(1·1 + 1)
  await expect(face('w', 'gradient')).toHaveText('+1');
  await expect(page.locator('.truth-light')).toHaveClass(/light-match/);

  // A value, then every number again; then the walk along the wires says what it meets.
  const canvas = page.locator('.canvas');
  await expect(canvas).toBeFocused();
  await press('Escape', 'ArrowDown');
  const spoken = canvas.getByRole('status');
  await expect(spoken).toContainText(/w|x|b/);
  await press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  keys++;
  await press('3', 'Enter');
  await expect(face('y', 'value')).not.toHaveText('2');
  await expect(page.locator('.truth-light')).toHaveClass(/light-match/);
  await press('ArrowRight', 'ArrowRight');
  await expect(spoken).toContainText(/gradient/i);

  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  expect(await page.evaluate(() => 'pointed' in window), 'no mouse').toBe(false);
});

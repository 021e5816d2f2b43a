import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

test('with Y held a stroke cuts the wires it crosses, as one step', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  const [upper, lower] = [
    (await edge('p', 0).locator('.wire').first().boundingBox())!,
    (await edge('p', 1).locator('.wire').first().boundingBox())!,
  ];
  const x = upper.x + upper.width / 3;
  await page.locator('.canvas').focus();
  await page.keyboard.down('y');
  await page.mouse.move(x, upper.y - 40);
  await page.mouse.down();
  await page.mouse.move(x, lower.y + lower.height + 40, { steps: 12 });
  await expect(page.locator('.cut-stroke')).toHaveCount(1);
  await page.mouse.up();
  await page.keyboard.up('y');
  await expect(edge('p', 0)).toHaveCount(0);
  await expect(edge('p', 1)).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(5);
  await expect(page.locator('.cut-pane')).toHaveCount(0);
});

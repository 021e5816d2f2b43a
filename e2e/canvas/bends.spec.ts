import { expect, test } from '../support/test.ts';
import { carry, openExample } from './opened.ts';

test('a double click leads a wire through a point, which is dragged and dissolved', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  const path = edge('d', 1).locator('.wire').first();
  const before = await path.getAttribute('d');
  const on = await edge('d', 1)
    .locator('.wire-reach')
    .evaluate((element: SVGPathElement) => {
      const point = element.getPointAtLength(element.getTotalLength() * 0.4);
      const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(element.getScreenCTM()!);
      return { x, y };
    });
  await page.mouse.dblclick(on.x, on.y);
  const dot = page.locator('[data-bend="d:1 0"]');
  await expect(dot).toHaveCount(1);
  const at = (await dot.boundingBox())!;
  await carry(page, { x: at.x + 12, y: at.y + 12 }, { x: at.x + 12, y: at.y + 112 });
  await page.mouse.up();
  expect((await dot.boundingBox())!.y).toBeGreaterThan(at.y + 80);
  await expect(path).not.toHaveAttribute('d', before!);

  await page.keyboard.press('Delete');
  await expect(dot).toHaveCount(0);
  await expect(path).toHaveAttribute('d', before!);
  await expect(edge('d', 1)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(dot).toHaveCount(1);
});

test('Escape puts a point that is dragged back', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  const chip = (await edge('d', 1).locator('.chip-value').boundingBox())!;
  await page.mouse.click(chip.x + chip.width / 2, chip.y + chip.height + 4);
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('lead the wire');
  await page.keyboard.press('Enter');
  const dot = page.locator('[data-bend="d:1 0"]');
  const at = (await dot.boundingBox())!;
  await carry(page, { x: at.x + 12, y: at.y + 12 }, { x: at.x + 12, y: at.y + 112 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await dot.boundingBox())!.y).toBeCloseTo(at.y, 0);
});

import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

test('pointing at a wire opens its ledger: local × upstream = contribution', async ({ page }) => {
  const { edge } = await openExample(page, 'a1-squared-error', 'E');
  const box = (await edge('d', 0).locator('.chip-value').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 4);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 5);
  const ledger = page.locator('.ledger');
  await expect(ledger.locator('.ledger-number')).toHaveText(['1', '4', '+4']);
  await expect(ledger).toContainText('added to p');
  const overlaps = await ledger.evaluate((element) => {
    const own = element.getBoundingClientRect();
    return ['p', 'd'].some((id) => {
      const gate = document.querySelector(`.react-flow__node[data-id="${id}"]`)!.getBoundingClientRect();
      return gate.left < own.right && gate.right > own.left && gate.top < own.bottom && gate.bottom > own.top;
    });
  });
  expect(overlaps).toBe(false);
  await page.mouse.move(box.x, box.y - 200);
  await expect(ledger).toHaveCount(0);
});

test('the sum at a fork fills as contributions arrive, its total last', async ({ page }) => {
  const { node, edge } = await openExample(page, 'a9-three-branches', 'y');
  const tray = node('x').locator('.fork-slot');
  await expect(tray).toHaveText(['+2', '+2', '+3', '+7']);
  await page.locator('.canvas').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tray).toHaveText(['+2', '+2', '+3', '+7']);
  await page.keyboard.press('ArrowLeft');
  await expect(tray).toHaveText(['+2', '+2', '–', '–']);
  await expect(node('x').locator('.gate-gradient')).toHaveText('–');
  await expect(edge('u', 1).locator('.wire-arrow')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(node('x').locator('.fork-tray')).toHaveCount(0);
  await expect(node('y').locator('.gate-value')).toHaveText('–');
});

test('a value is typed, refused with a reason, dragged and stepped, each one step of undo', async ({ page }) => {
  const { node, setValue } = await openExample(page, 'a1-squared-error', 'E');
  const value = node('w').locator('.leaf-value');
  await setValue('w', '2.5');
  await expect(node('E').locator('.gate-value')).toHaveText('2.25');

  await setValue('w', 'two');
  await expect(node('w').getByRole('alert')).toHaveText('This is not a number.');
  await page.keyboard.press('Escape');
  await expect(value).toHaveText('2.5');

  const box = (await value.boundingBox())!;
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + 26, box.y + 5, { steps: 5 });
  await page.mouse.up();
  await expect(value).toHaveText('3');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(value).toHaveText('2.5');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(value).toHaveText('3');
});

import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

test('a merged gate is saved and used again with parameters shared, and they gather both gradients', async ({
  page,
}) => {
  const { node, nodeIds } = await openExample(page, 'a1-squared-error', 'E');
  await node('w').locator('.gate-header').click();
  await node('p')
    .locator('.gate-header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+G');
  await expect(node('p')).toHaveCount(0);
  const command = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  await command('save to my gates');
  await expect(page.getByText(/Saved .* to my gates/).first()).toBeVisible();
  await command('use a saved gate');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('radio', { name: /Shared parameters/ }).check();
  const before = await nodeIds();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(nodeIds).toHaveLength(before.length + 2); // the copy, and w beside both
  await expect(node('w')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(nodeIds).toHaveLength(before.length);

  await command('use a saved gate');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(nodeIds).toHaveLength(before.length + 1);
});

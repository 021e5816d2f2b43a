import { expect, test } from '../support/test.ts';
import { openExample, practise } from './practice.ts';

test('a graph is predicted by keyboard, with wrong answers diagnosed on the way', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await page.keyboard.press('Shift+P');
  const question = page.locator('.practice-question');
  const hint = page.locator('.practice-hint');
  const field = page.locator('.asked-field');
  const say = async (answer: string) => {
    await expect(field).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
  };

  await expect(question).toHaveText('What is the value of u?');
  await expect(page.locator('.react-flow__node[data-id="u"] .gate-value .asked-field')).toBeVisible();
  await say('two');
  await expect(hint).toHaveText('Type a number: 2, −0.5, 1/3 or 2*1.');
  await say('2');
  await expect(hint).toHaveText('That is what comes in from x; the gate is still to be applied.');
  await say('2*2');
  await expect(question).toHaveText('What is the value of v?');
  await say('5');
  await expect(hint).toHaveText('The inputs are right. The gate is Multiply, not Add.');
  await say('12/2');
  await say('10');

  await expect(question).toHaveText('Backward begins: what is ∂y/∂y?');
  await say('10');
  await expect(hint).toHaveText('That is the value of y. Asked for is how much y changes with itself.');
  await say('1');
  await expect(question).toHaveText('What does u receive from y?');
  await expect(page.locator('.react-flow__edge[data-id="y:0"] .asked-field')).toBeVisible();
  await say('-1');
  await expect(hint).toHaveText('The size is right; the sign is the other one.');
  await say('4');
  await expect(hint).toHaveText(
    'That is the value of u, which goes forward along this wire. Asked for is what comes back.',
  );
  await say('10');
  await expect(hint).toHaveText(
    'The local derivative 1 is right. You used y’s value 10, not the gradient that arrives there, +1.',
  );
});

test('the sum at a fork, with a branch forgotten, counted twice and shown in the end', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await practise(page, 'Predict');
  await page.locator('.practice-bar').getByRole('radio', { name: 'Gradients' }).click();
  const question = page.locator('.practice-question');
  const hint = page.locator('.practice-hint');
  const say = async (answer: string) => {
    await page.locator('.asked-field').fill(answer);
    await page.keyboard.press('Enter');
  };
  for (const answer of ['1', '1', '1']) await say(answer);
  await expect(question).toHaveText('What does x receive through the first input of u?');
  await say('4');
  await expect(hint).toHaveText('That is what x receives from u in all; this wire is one of the ways.');
  await say('1');
  await expect(hint).toHaveText('+1 is what arrives at u. The derivative of u itself is still to be multiplied in.');
  for (const answer of ['2', '2', '3']) await say(answer);

  await expect(question).toHaveText('What do the 3 branches of x add up to?');
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toHaveCount(0);
  await say('5');
  await expect(hint).toHaveText('The others are right; the branch through u, +2, is missing from the sum.');
  await say('9');
  await expect(hint).toHaveText('All branches are there; the one through u, +2, counts only once.');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('.react-flow__node[data-id="x"] .gate-gradient')).toHaveText('+7');
  await say('2');

  await expect(question).toHaveText(/^Every number is found\./);
  await expect(page.locator('.practice-progress')).toHaveText('8 of 8');
  await expect(page.locator('.practice-scores')).toHaveText('Seed1/1Add2/2Multiply3/4Sum at a fork0/1');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stop predicting' }).click();
  await expect(page.locator('.practice-bar')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'By edge' })).toBeChecked();
});

test('nothing leads past a question, and the arrow calls its field', async ({ page }) => {
  await openExample(page, 'a9-three-branches');
  await page.keyboard.press('Shift+P');
  await expect(page.locator('.asked-field')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.asked-field')).not.toBeFocused();
  const place = await page.locator('.player-place').textContent();
  await page.keyboard.press('End');
  await expect(page.locator('.player-place')).toHaveText(place!);
  await expect(page.locator('.asked-field')).toBeFocused();
});

test('a random graph opens as a new document, once what is unsaved was asked about, and is predicted', async ({
  page,
}) => {
  await openExample(page, 'a9-three-branches');
  await page.locator('.react-flow__node[data-id="three"] .leaf-value').click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await practise(page, 'Random graph');
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await page.getByRole('slider', { name: 'Forks' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Open and predict' }).click();
  await page.getByRole('button', { name: /^(Discard|Don)/ }).click();
  await expect(page.locator('.document-title')).toHaveText('Random graph 7');
  await expect(page.locator('.asked-field')).toBeFocused();
  await expect(page.locator('.practice-progress')).toHaveText(/^0 of \d\d$/);
});

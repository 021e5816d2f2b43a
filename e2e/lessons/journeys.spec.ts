import { expect, test } from '../support/test.ts';
import { createWebDesk } from '../support/web-desk.ts';

const heading = 'The derivative as a nudge';

test('a lesson leaves the user’s document, its history and its edits alone, and remembers its step', async ({
  page,
}) => {
  await page.goto('/');
  const w = page.locator('.react-flow__node[data-id="w"]');
  await w.locator('.leaf-value').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(w.locator('.gate-value')).toHaveText('7');
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: heading }).click();
  await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
  await expect(w).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.lesson-slider input').fill('1');
  await page.getByRole('button', { name: 'Leave lesson' }).click();
  await expect(w.locator('.gate-value')).toHaveText('7');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(w.locator('.gate-value')).toHaveText('3');
  await page.getByRole('button', { name: 'Lessons' }).click();
  await expect(page.getByRole('button', { name: heading })).toContainText('Step 2 of 6');
});

test('a wrong answer is told what is right in it, and nothing is red', async ({ page }) => {
  await page.goto('/?lesson=forks-add-up');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Show me' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Check shown after your answer')).toBeVisible();
  await page.locator('.lesson-field').fill('5');
  await page.keyboard.press('Enter');
  const said = page.locator('.lesson-said');
  await expect(said).toContainText('You forgot the second branch');
  await expect(said).toContainText('5 is what Multiply sends straight to');
  await page.locator('.lesson-field').fill('-9');
  await page.keyboard.press('Enter');
  await expect(said).toContainText('The size is right, the sign is not');
  await page.locator('.lesson-field').fill('9');
  await page.keyboard.press('Enter');
  await expect(said).toContainText('5 + 4 = 9');
  await expect(page.getByRole('button', { name: /gradients match/ })).toBeVisible();
});

test('presenting reveals a lesson part by part and shows nothing to press', async ({ page }) => {
  await page.goto('/?lesson=sum-times-number');
  await page.getByRole('button', { name: 'Present' }).click();
  const body = page.locator('.presentation-body');
  await expect(body.locator('p')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Commands' })).toBeHidden();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await body.click();
  await expect(body).toContainText('What does Add give');
  await expect(body.locator('.presentation-answer')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(body.locator('.presentation-answer')).toContainText('3');
  await page.keyboard.press('Space');
  await expect(body).toContainText('Next, Multiply takes');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Leave lesson' })).toBeVisible();
});

test('a lesson is made of the document, saved, and opens as a file', async ({ page }) => {
  const desk = await createWebDesk(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: 'Make a lesson of this document' }).click();
  const column = page.getByRole('region', { name: 'Make a lesson' });
  await page.locator('.react-flow__node[data-id="d"]').click({ position: { x: 40, y: 12 } });
  await column.getByRole('button', { name: 'Add a step' }).click();
  await column.getByLabel('Title').fill('My own lesson');
  await column.getByLabel('Text:').fill('The miss is {{value d}}.');
  await expect(column).toContainText('Points out: d');
  await page.locator('.react-flow__node[data-id="w"] .leaf-value').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await column.getByRole('button', { name: 'Add a step' }).click();
  await column.getByLabel('Text:').fill('Now $w$ is 6.');
  await expect(column).toContainText('The number 6 stands in the text without a proof.');
  await column.getByLabel('Text:').fill('Now $w$ is {{value w}}.');
  await column.getByRole('radio', { name: 'Number' }).click();
  await column.getByLabel('Question').fill('What is the gradient?');
  await column.getByLabel('Expected').fill('grad w');
  await expect(column).toContainText('now 8');
  await column.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('.lesson-text')).toContainText('is 5.');
  await page.getByRole('button', { name: 'Leave lesson' }).click();
  await desk.willSaveAs('my-own.lesson.json');
  await column.getByRole('button', { name: 'Save lesson' }).click();
  await expect(page.getByText('Saved as my-own.lesson.json')).toBeVisible();
  const text = await desk.savedText('my-own.lesson.json');
  expect(await desk.suggestedNames()).toEqual(['my-own-lesson.lesson.json']);
  await column.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as' }).waitFor();
  await page.keyboard.press('Escape');
  await desk.willOpen('other-machine.lesson.json', text);
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: 'Open a lesson file' }).click();
  const unsaved = page.getByRole('button', { name: 'Don’t save' });
  await unsaved.click();
  await expect(page.locator('.lesson-text')).toContainText('The miss is 2.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.lesson-field').fill('8');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Finish' }).click();
});

test('a broken lesson file is refused with the path and a sentence', async ({ page }) => {
  const desk = await createWebDesk(page);
  await page.goto('/');
  const broken = {
    format: 'chainrule-lesson',
    version: 1,
    id: 'x',
    title: 'X',
    description: '',
    document: { format: 'chainrule', version: 1, nodes: [{ id: 'w', op: 'parameter', attrs: { value: 1 } }] },
    steps: [{ text: ['{{value v}}'] }],
  };
  await desk.willOpen('broken.lesson.json', JSON.stringify(broken));
  await page.keyboard.press('ControlOrMeta+O');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('steps[0].text[0]');
  await expect(dialog).toContainText('There is no node "v" at this step.');
});

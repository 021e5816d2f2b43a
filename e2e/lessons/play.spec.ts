import { lessons } from '../../resources/lessons/catalog.ts';
import { expect, test } from '../support/test.ts';
import { learnerAt, readLesson } from './learner.ts';

for (const { id, title } of lessons)
  test(`“${title}” is played to its end by mouse`, async ({ page }) => {
    const lesson = readLesson(id);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/?lesson=${id}`);
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    const learner = learnerAt(page, lesson);
    for (const step of lesson.steps.keys()) await learner.playStep(step);
    const entry = page.getByRole('dialog').getByRole('button', { name: title });
    await expect(entry).toContainText('Finished');
  });

for (const { id, title } of lessons.slice(0, 3))
  test(`“${title}” is played to its end by keyboard`, async ({ page }) => {
    const lesson = readLesson(id);
    await page.goto(`/?lesson=${id}`);
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    const learner = learnerAt(page, lesson);
    for (const step of lesson.steps.keys()) await learner.typeStep(step);
    await expect(page.getByRole('dialog').getByRole('button', { name: title })).toContainText('Finished');
  });

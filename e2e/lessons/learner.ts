import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { documentAt } from '../../src-renderer/lesson-format/changes.ts';
import { numberIn, rightOption } from '../../src-renderer/lesson-format/judge.ts';
import type { Change, Lesson, TaskCheck, Tool } from '../../src-renderer/lesson-format/lesson.ts';
import { numbersOf } from '../../src-renderer/lesson-format/numbers.ts';
import { parseLesson } from '../../src-renderer/lesson-format/parse-lesson.ts';
import { studioOf } from '../support/studio.ts';

/** Plays lessons at the window as a learner who knows every answer. */
export interface Learner {
  /** By mouse: what the step asks is done, and the way on is pressed. */
  playStep(step: number): Promise<void>;
  /** The same with the keyboard alone. */
  typeStep(step: number): Promise<void>;
}

export function readLesson(id: string): Lesson {
  const file = new URL(`../../resources/lessons/${id}.lesson.json`, import.meta.url);
  const { lesson, problems } = parseLesson(readFileSync(file, 'utf8'));
  if (!lesson) throw new Error(`${id}: ${problems[0]?.message}`);
  return lesson;
}

export function learnerAt(page: Page, lesson: Lesson): Learner {
  const onward = page.locator('.lesson-foot button').last();
  const studio = studioOf(page);
  const toolsOf = (step: number): readonly Tool[] => lesson.steps[step]?.tools ?? [];
  const isDone = async () => (await onward.getAttribute('aria-disabled')) === 'false';
  /** Expected answer as it is typed. */
  const answerOf = (expression: string, step: number) => {
    const value = numberIn(expression, numbersOf(documentAt(lesson, step)));
    if (value === null) throw new Error(`${expression} has no value`);
    return `${Number(value.toPrecision(6))}`;
  };
  const setsOf = (changes: readonly Change[]) => changes.flatMap(({ set }) => Object.entries(set ?? {}));

  const doTask = async (check: TaskCheck, step: number) => {
    const tools = toolsOf(step);
    const sliders = tools.filter((tool) => tool.kind === 'slider');
    for (const [node, value] of setsOf(check.solution)) {
      const at = sliders.findIndex((tool) => tool.node === node);
      if (at >= 0) await page.locator('.lesson-slider input').nth(at).fill(`${value}`);
      else if (!tools.some(({ kind }) => kind === 'descend')) await studio.setValue(node, JSON.stringify(value));
    }
    if (tools.some(({ kind }) => kind === 'switch')) await page.locator('.lesson-switch [role="radio"]').last().click();
    for (const goal of check.goals) {
      if (goal.kind === 'merged') {
        for (const [index, node] of goal.nodes.entries())
          await studio
            .node(node)
            .click({ position: { x: 60, y: 14 }, ...(index > 0 ? { modifiers: ['Shift'] as const } : {}) });
        await page.keyboard.press('ControlOrMeta+g');
      }
      if (goal.kind === 'opened') await page.locator('.gate-open').first().click();
      if (goal.kind === 'stepped')
        for (let presses = 0; presses < 80 && !(await isDone()); presses++)
          await page.getByRole('button', { name: 'Next step' }).click();
    }
    if (tools.some(({ kind }) => kind === 'descend') && !(await isDone())) {
      const rates = page.locator('.lesson-descend [role="radio"]');
      if ((await rates.count()) > 0) await rates.last().click();
      for (let presses = 0; presses < 120 && !(await isDone()); presses++)
        await page.locator('.lesson-descend .button.line').click();
    }
  };

  return {
    async playStep(step) {
      const check = lesson.steps[step]?.check;
      if (check?.kind === 'predict') {
        await page.locator('.lesson-field').fill(answerOf(check.expect, step));
        await page.getByRole('button', { name: 'Check', exact: true }).click();
      } else if (check?.kind === 'choice') {
        const right = rightOption(check, numbersOf(documentAt(lesson, step)));
        await page.locator('.lesson-option').nth(right).click();
      } else if (check) await doTask(check, step);
      await expect(onward, `step ${step + 1} of ${lesson.id}`).toHaveAttribute('aria-disabled', 'false');
      await onward.click();
    },
    async typeStep(step) {
      const check = lesson.steps[step]?.check;
      const { keyboard } = page;
      if (check?.kind === 'predict') {
        await expect(page.locator('.lesson-field')).toBeFocused();
        await keyboard.type(answerOf(check.expect, step));
        await keyboard.press('Enter');
      } else if (check?.kind === 'choice') {
        const right = rightOption(check, numbersOf(documentAt(lesson, step)));
        await expect(page.locator('.lesson-option').first()).toBeFocused();
        for (let down = 0; down < right; down++) await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
      } else if (check) {
        const sliders = toolsOf(step).filter((tool) => tool.kind === 'slider');
        await expect(page.locator('.lesson-slider input').first()).toBeFocused();
        for (const [node, value] of setsOf(check.solution)) {
          const at = sliders.findIndex((tool) => tool.node === node);
          for (let tab = 0; tab < at; tab++) await keyboard.press('Tab');
          const { by } = sliders[at]!;
          const start = documentAt(lesson, step).nodes.find(({ id }) => id === node)?.attrs['value'];
          const notches = Math.round((Number(value) - Number(start)) / by);
          for (let notch = 0; notch < Math.abs(notches); notch++)
            await keyboard.press(notches > 0 ? 'ArrowRight' : 'ArrowLeft');
        }
      }
      await expect(onward, `step ${step + 1} of ${lesson.id}`).toBeFocused();
      await keyboard.press('Enter');
    },
  };
}

import type { ChainruleDocument } from '#engine';
import { documentAt } from './changes.ts';
import { changesBetween } from './changes-between.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import { parseLesson } from './parse-lesson.ts';
import type { LessonProblem } from './problems.ts';
import { unprovenIn } from './prove.ts';
import { serializeLesson } from './serialize-lesson.ts';

/** A lesson in the making: each step holds its graph whole, so that steps can be moved about. */
export interface LessonDraft {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly DraftStep[];
}

export interface DraftStep {
  readonly key: number;
  readonly document: ChainruleDocument;
  readonly step: LessonStep;
}

export const emptyDraft: LessonDraft = { title: '', description: '', steps: [] };

/** The lesson the draft stands for; `null` before its first step. */
export function lessonOf({ title, description, steps }: LessonDraft): Lesson | null {
  const [first] = steps;
  if (!first) return null;
  return {
    id: idOf(title),
    title,
    description,
    hides: [],
    document: { ...first.document, title },
    steps: steps.map(({ document, step }, index) => {
      const change = index === 0 ? [] : changesBetween(steps[index - 1]!.document, document);
      const { change: _, ...rest } = step;
      return change.length > 0 ? { ...rest, change } : rest;
    }),
  };
}

export function draftOf(lesson: Lesson): LessonDraft {
  return {
    title: lesson.title,
    description: lesson.description,
    steps: lesson.steps.map((step, index) => ({ key: index + 1, document: documentAt(lesson, index), step })),
  };
}

export interface DraftReport {
  /** Why the lesson could not be opened again. */
  readonly problems: readonly LessonProblem[];
  /** What the engine does not find true in it: the lesson opens all the same. */
  readonly doubts: readonly LessonProblem[];
}

export function examine(lesson: Lesson): DraftReport {
  const { lesson: read, problems } = parseLesson(serializeLesson(lesson));
  return read ? { problems: [], doubts: unprovenIn(read) } : { problems, doubts: [] };
}

/** `Forks add up` → `forks-add-up`; a letter always stands first. */
export function idOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return /^[a-z]/.test(words) ? words : `lesson-${words || 'untitled'}`;
}

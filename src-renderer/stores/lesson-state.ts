import type { StoreApi } from 'zustand/vanilla';
import type { LessonDraft } from '../lesson-format/draft.ts';
import type { Verdict } from '../lesson-format/judge.ts';
import type { Lesson } from '../lesson-format/lesson.ts';
import type { DocumentState } from './document-store.ts';
import type { ProgressById } from './lesson-progress.ts';

/** A lesson that comes with the program. */
export interface LessonListing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly steps: number;
  /** Its file's text. */
  readonly read: () => Promise<string>;
}

export interface LessonState {
  /** The lesson that stands in the place of the user's document. */
  readonly lesson: Lesson | null;
  readonly step: number;
  /** Steps whose checks are passed, and whether the learner found the answer or had it shown. */
  readonly passed: ReadonlyMap<number, 'found' | 'shown'>;
  /** What the last try was worth; `null` before the first. */
  readonly verdict: Verdict | null;
  /** Counts tries, so that the same verdict twice is told twice. */
  readonly tries: number;
  /** For a class: large type, a paragraph at a time, nothing to press. */
  readonly presenting: boolean;
  /** Parts of the step shown so far while presenting. */
  readonly revealed: number;
  /** Steps of gradient descent taken in this step, the oldest first. */
  readonly trail: readonly TrailPoint[];
  /** A lesson is being made of the document. */
  readonly recording: boolean;
  readonly draft: LessonDraft;
  readonly progress: ProgressById;
}

/** Where a value stood before a step of gradient descent, and how high the objective was. */
interface TrailPoint {
  readonly node: string;
  readonly from: number;
  readonly height: number;
}

/** Runs one lesson at a time on a document of its own; the user's comes back untouched. */
export interface LessonStore extends StoreApi<LessonState> {
  readonly listings: readonly LessonListing[];
  /** A lesson of the catalogue, where the learner left it. */
  open(id: string): Promise<void>;
  /** Text of a file: true when it is a lesson, sound or not. */
  openText(text: string, name: string): boolean;
  start(lesson: Lesson, step?: number): void;
  goTo(step: number): void;
  /** To the next step, or out of the lesson after the last one. */
  next(): void;
  back(): void;
  answer(value: number): void;
  choose(option: number): void;
  checkTask(): void;
  /** Gives the answer, or does the task. */
  showMe(): void;
  /** One step of gradient descent: w ← w − rate · ∂E/∂w for each of the nodes, all from the same gradients. */
  descend(nodes: readonly string[], rate: number): void;
  /** The document as the step began. */
  startOver(): void;
  present(on: boolean): void;
  /** Shows the next part of the step; false when all of it is shown. */
  reveal(parts: number): boolean;
  record(on: boolean): void;
  setDraft(draft: LessonDraft): void;
  leave(): void;
  /** The user's document while a lesson stands in its place. */
  setAside(): Pick<DocumentState, 'document' | 'file' | 'edited'> | null;
}

import type { Asked } from './asked.ts';
import type { Facts, Flaw } from './flaw.ts';

/** The number that someone who makes the mistake answers, and what the sentence about it names. */
export interface WrongAnswer {
  readonly answer: number;
  /** Which of the mistake's sentences fits, where it has several. */
  readonly variant?: string;
  readonly facts: Facts;
}

/**
 * One mistake, one file. Made in a whole backward pass it is a flaw, which can be switched on; made in one number it is
 * a wrong answer, by which it is recognised.
 */
export interface Mistake {
  readonly id: string;
  /** What people read: `Overwrite instead of accumulate`. */
  readonly name: string;
  /** What goes wrong, one sentence. */
  readonly summary: string;
  readonly flaw?: Flaw;
  /** Wrong answers to a question; none where the mistake cannot be made. */
  readonly answers?: (asked: Asked) => readonly WrongAnswer[];
  /** Where several mistakes lead to the same number, the smallest is named. */
  readonly rank: number;
}

export function defineMistake(mistake: Mistake): Mistake {
  return Object.freeze({ ...mistake });
}

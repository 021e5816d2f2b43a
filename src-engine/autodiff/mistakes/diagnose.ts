import type { Asked } from './asked.ts';
import type { WrongAnswer } from './define.ts';
import { mistakes } from './registry.ts';

/** Relative distance within which two numbers agree to four significant digits. */
const FOUR_DIGITS = 5e-4;
/** Below this a number counts as 0. */
const NOTHING = 1e-12;

/** Whether a number that someone worked out is the one meant, to four significant digits. */
export function agrees(found: number, meant: number): boolean {
  if (Math.abs(meant) < NOTHING) return Math.abs(found) < FOUR_DIGITS;
  return Math.abs(found - meant) <= FOUR_DIGITS * Math.abs(meant);
}

/** What is right in a wrong number: the sign, the size, or about the size (within a factor of two). */
export interface RightParts {
  readonly sign: boolean;
  readonly size: 'same' | 'near' | 'off';
}

export interface Diagnosis extends WrongAnswer {
  readonly mistake: string;
}

/** What is right in a wrong answer. */
export function rightIn(answer: number, { answer: meant }: Asked): RightParts {
  const [found, wanted] = [Math.abs(answer), Math.abs(meant)];
  const near = found > 0 && wanted > 0 && found <= 2 * wanted && wanted <= 2 * found;
  return {
    sign: Math.sign(answer) === Math.sign(meant),
    size: agrees(found, wanted) ? 'same' : near ? 'near' : 'off',
  };
}

/** The most telling mistake that leads to this number; `null` when none of them does. */
export function diagnose(answer: number, asked: Asked): Diagnosis | null {
  for (const mistake of mistakes.values()) {
    const match = mistake
      .answers?.(asked)
      .find((wrong) => agrees(answer, wrong.answer) && !agrees(wrong.answer, asked.answer));
    if (match) return { mistake: mistake.id, ...match };
  }
  return null;
}

import type { ScalarTools } from './define.ts';

type Tools = Pick<ScalarTools<unknown>, 'gate' | 'sum' | 'plain'>;

export interface Exponentials {
  /** What the exponent is taken of: each entry, less the largest where that is needed. */
  readonly shifted: readonly string[];
  readonly exponentials: readonly string[];
  readonly total: string;
  /** The largest entry, where it was taken away. */
  readonly largest: string | null;
}

/** eˣ of every entry and their sum. Taking the largest away first changes no share and keeps eˣ from overflowing. */
export function exponentialsOf(
  x: readonly string[],
  { gate, sum, plain }: Tools,
  elements: readonly number[],
): Exponentials {
  const largest = plain || x.length === 1 ? null : gate('maximum', x);
  const shifted = largest === null ? x : x.map((each, at) => gate('sub', [each, largest], elements[at]));
  const exponentials = shifted.map((each, at) => gate('exp', [each], elements[at]));
  return { shifted, exponentials, total: sum(exponentials), largest };
}

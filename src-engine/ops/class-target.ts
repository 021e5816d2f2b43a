import { fail } from '../errors/fail.ts';
import { type Shape, sameShape, shapeText } from '../tensor/shape.ts';

/** Rows of scores and what they are compared with. */
export interface ClassRows {
  readonly rows: number;
  readonly classes: number;
  /** Whether the target holds one class index a row, instead of a probability for each class. */
  readonly indices: boolean;
}

/**
 * Scores [C] or [N, C] with class indices ([] or [N]) or, where the op takes them, probabilities or one-hot rows of the
 * scores' own shape. Fails with `shape.mismatch`, naming both shapes.
 */
export function classRows(op: string, x: Shape, t: Shape, probabilities: boolean): ClassRows {
  const classes = x.at(-1);
  const indices = sameShape(t, x.slice(0, -1));
  const fits = indices || (probabilities && sameShape(t, x));
  if (classes === undefined || x.length > 2 || !fits) {
    const expected = `scores [C] or [N, C] with one class index a row${probabilities ? ', or one probability a score' : ''}`;
    fail('shape.mismatch', { op, expected, found: `${shapeText(x)} and ${shapeText(t)}` });
  }
  return { rows: x.length === 2 ? x[0]! : 1, classes, indices };
}

/** The class index at `row` of the target. Fails with `value.class-index` where it is no class. */
export function classAt(op: string, t: Float64Array, row: number, classes: number): number {
  const found = t[row]!;
  if (!Number.isInteger(found) || found < 0 || found >= classes) fail('value.class-index', { op, found, classes });
  return found;
}

import { fail } from '../errors/fail.ts';
import { broadcastOffsets, broadcastShapes } from './broadcast.ts';
import { type Shape, shapeText, sizeOf } from './shape.ts';

/** How a (possibly batched) product a·b of shapes [.., m, k] and [.., k, n] lies in memory. */
export interface ProductLayout {
  readonly shape: Shape;
  /** m, k, n of every single product. */
  readonly sizes: readonly [number, number, number];
  readonly batches: number;
  /** Per batch, which matrix of a and of b takes part; `null` when they are in order. */
  readonly aBatch: Int32Array | null;
  readonly bBatch: Int32Array | null;
}

/**
 * The rule of torch.matmul: a vector on the left is a row, on the right a column, and the axis added for it vanishes
 * from the result; axes before the last two broadcast. Fails with `shape.mismatch` or `shape.broadcast`, naming both shapes.
 */
export function productLayout(op: string, a: Shape, b: Shape): ProductLayout {
  if (a.length === 0 || b.length === 0) {
    const found = `${shapeText(a)} and ${shapeText(b)}`;
    fail('shape.mismatch', { op, expected: 'vectors or matrices (use mul for scalars)', found });
  }
  const left = a.length === 1 ? [1, ...a] : a;
  const right = b.length === 1 ? [...b, 1] : b;
  const [m, k] = [left.at(-2)!, left.at(-1)!];
  const [inner, n] = [right.at(-2)!, right.at(-1)!];
  if (k !== inner) {
    const expected = `the last axis of the first input to equal ${b.length === 1 ? 'the length' : 'the second-to-last axis'} of the second`;
    fail('shape.mismatch', { op, expected, found: `${shapeText(a)} and ${shapeText(b)}` });
  }
  const [aBatches, bBatches] = [left.slice(0, -2), right.slice(0, -2)];
  const batch = broadcastShapes(aBatches, bBatches);
  if (!batch) fail('shape.broadcast', { op, a: shapeText(a), b: shapeText(b) });
  return {
    shape: [...batch, ...(a.length === 1 ? [] : [m]), ...(b.length === 1 ? [] : [n])],
    sizes: [m, k, n],
    batches: sizeOf(batch),
    aBatch: broadcastOffsets(aBatches, batch),
    bBatch: broadcastOffsets(bBatches, batch),
  };
}

import { type Shape, sizeOf } from './shape.ts';

/**
 * The common shape under NumPy's rule: axes are compared from the last one and must be equal or 1.
 * `null` when the shapes do not go together.
 */
export function broadcastShapes(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let fromEnd = 1; fromEnd <= rank; fromEnd++) {
    const m = a[a.length - fromEnd] ?? 1;
    const n = b[b.length - fromEnd] ?? 1;
    if (m !== n && m !== 1 && n !== 1) return null;
    out[rank - fromEnd] = m === 1 ? n : m;
  }
  return out;
}

/**
 * For every element of `to`, the offset of the element of `from` that is broadcast onto it.
 * `null` when the shapes have the same size, so that offsets are the identity.
 */
export function broadcastOffsets(from: Shape, to: Shape): Int32Array | null {
  const size = sizeOf(to);
  if (sizeOf(from) === size) return null;
  const offsets = new Int32Array(size);
  let repeat = 1; // elements of `to` already filled, innermost axes first
  let stride = 1; // elements of `from` below the axis at hand
  for (let fromEnd = 1; fromEnd <= to.length; fromEnd++) {
    const count = to[to.length - fromEnd]!;
    const own = from[from.length - fromEnd] ?? 1;
    for (let index = count - 1; index >= 1; index--) {
      const shift = own === 1 ? 0 : index * stride;
      for (let below = 0; below < repeat; below++) offsets[index * repeat + below] = offsets[below]! + shift;
    }
    repeat *= count;
    stride *= own;
  }
  return offsets;
}

/** Sums `dy` (shape of the result) onto `dx` (shape of the operand): the transpose of broadcasting. `dx` is overwritten. */
export function sumToShape(dy: Float64Array, offsets: Int32Array | null, dx: Float64Array): void {
  if (offsets === null) {
    dx.set(dy);
    return;
  }
  dx.fill(0);
  for (let index = 0; index < dy.length; index++) dx[offsets[index]!]! += dy[index]!;
}

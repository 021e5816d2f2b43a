import { pairwiseSum } from './sum.ts';

/** Entries normalised together: `x[start + inner[r]]` for every r. */
export interface Group {
  readonly start: number;
  readonly inner: Int32Array;
}

/** Mean and variance (divided by the count), in two passes. */
export function momentsOf(x: Float64Array, { start, inner }: Group): { mean: number; variance: number } {
  const count = inner.length;
  const mean = pairwiseSum(0, count, (r) => x[start + inner[r]!]!) / count;
  const squares = pairwiseSum(0, count, (r) => {
    const distance = x[start + inner[r]!]! - mean;
    return distance * distance;
  });
  return { mean, variance: squares / count };
}

/**
 * Gradient of h = (x − mean(x)) · s, s = 1/√(var(x) + ε), for g arriving at h, over one group:
 * dx = s · (g − mean(g) − h · mean(g · h)).
 */
export function normalizedGradient(
  x: Float64Array,
  { start, inner }: Group,
  mean: number,
  scale: number,
  gAt: (offset: number) => number,
  dx: Float64Array,
): void {
  const count = inner.length;
  const hAt = (offset: number) => (x[offset]! - mean) * scale;
  const direct = pairwiseSum(0, count, (r) => gAt(start + inner[r]!)) / count;
  const along = pairwiseSum(0, count, (r) => gAt(start + inner[r]!) * hAt(start + inner[r]!)) / count;
  for (const step of inner) {
    const offset = start + step;
    dx[offset] = scale * (gAt(offset) - direct - hAt(offset) * along);
  }
}

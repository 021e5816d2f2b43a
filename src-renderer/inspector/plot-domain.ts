export type Interval = readonly [number, number];

const SMALLEST_REACH = 3;
const SAMPLES = 241;
/** A curve this many times taller than its middle part is cut, so that a pole does not flatten the rest. */
const TALL = 6;

/**
 * Where to draw a function around the current input: [−3, 3] near 0, else a window around it. Where the left half has
 * no values (a logarithm), the window begins at the first that has.
 */
export function domainAround(x: number, valuesAt: (at: readonly number[]) => readonly number[]): Interval {
  const centre = Number.isFinite(x) ? x : 0;
  const reach = Math.max(SMALLEST_REACH, Math.abs(centre) / 2);
  const near: Interval = Math.abs(centre) <= 0.8 * SMALLEST_REACH ? [-reach, reach] : [centre - reach, centre + reach];
  const at = samples(near);
  const values = valuesAt(at);
  const first = values.findIndex(Number.isFinite);
  const last = values.findLastIndex(Number.isFinite);
  if (first < 0) return near;
  const margin = (near[1] - near[0]) * 0.05;
  const low = first > SAMPLES / 10 ? at[first]! - margin : near[0];
  const high = last < SAMPLES - 1 - SAMPLES / 10 ? at[last]! + margin : near[1];
  return [low, first > SAMPLES / 10 ? low + Math.max(high - low, 2 * reach) : high];
}

export function samples([low, high]: Interval, count = SAMPLES): readonly number[] {
  // The middle of a symmetric interval is exactly 0, where kinks are.
  const middle = (count - 1) / 2;
  const step = (high - low) / (count - 1);
  return Array.from({ length: count }, (_, index) => (low + high) / 2 + (index - middle) * step);
}

/** What the vertical axis spans: the finite values, without the peaks of a pole, and always the current one. */
export function rangeOf(values: readonly number[], current: number): Interval {
  const sorted = [...values, current].filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length === 0) return [-1, 1];
  const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  let [low, high] = [sorted[0]!, sorted.at(-1)!];
  const body = quantile(0.9) - quantile(0.1);
  if (body > 0 && high - low > TALL * body) {
    low = Math.max(low, quantile(0.1) - body);
    high = Math.min(high, quantile(0.9) + body);
  }
  if (Number.isFinite(current)) {
    low = Math.min(low, current);
    high = Math.max(high, current);
  }
  if (high > low) return [low, high];
  const pad = Math.max(Math.abs(high) / 2, 1);
  return [low - pad, high + pad];
}

/**
 * The curve in pieces that are continuous: it breaks where it has no finite value and where it jumps over more than the
 * whole range between neighbours (a pole).
 */
export function piecesOf<T extends { readonly x: number; readonly y: number }>(
  points: readonly T[],
  [low, high]: Interval,
): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  let piece: T[] = [];
  const height = high - low;
  for (const point of points) {
    const before = piece.at(-1);
    const jumps =
      before !== undefined && Math.abs(point.y - before.y) > height && (before.y - low) * (point.y - high) < 0;
    if (!Number.isFinite(point.y) || jumps) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
    if (Number.isFinite(point.y)) piece.push(point);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

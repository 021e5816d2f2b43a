import type { EpochRecord, Measures } from '#engine';

export interface CurvePoint {
  readonly epoch: number;
  readonly value: number;
}

export type Part = 'train' | 'validation';
export type Measure = keyof Measures;

/** The measured points of one line. */
export function pointsOf(history: readonly EpochRecord[], part: Part, measure: Measure): readonly CurvePoint[] {
  return history.flatMap((record) => {
    const value = record[part]?.[measure];
    return value === undefined || !Number.isFinite(value) ? [] : [{ epoch: record.epoch, value }];
  });
}

/**
 * So many points as can be told apart: of each of `columns` stretches the first, the lowest, the highest and the last.
 * Every point returned was measured.
 */
export function thinned(points: readonly CurvePoint[], columns: number): readonly CurvePoint[] {
  if (points.length <= columns * 4) return points;
  const kept: CurvePoint[] = [];
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * points.length) / columns);
    const to = Math.floor(((column + 1) * points.length) / columns);
    let low = from;
    let high = from;
    for (let index = from + 1; index < to; index++) {
      if (points[index]!.value < points[low]!.value) low = index;
      if (points[index]!.value > points[high]!.value) high = index;
    }
    const chosen = new Set([from, Math.min(low, high), Math.max(low, high), to - 1]);
    for (const index of chosen) kept.push(points[index]!);
  }
  return kept;
}

/** The record measured nearest to an epoch; the history ascends. */
export function nearest(history: readonly EpochRecord[], epoch: number): EpochRecord | undefined {
  let low = 0;
  let high = history.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle]!.epoch < epoch) low = middle + 1;
    else high = middle;
  }
  const after = history[low];
  const before = history[low - 1];
  return before && after && epoch - before.epoch < after.epoch - epoch ? before : after;
}

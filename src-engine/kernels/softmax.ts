import { exp } from './math/exp.ts';
import { log } from './math/log.ts';
import { pairwiseSum } from './sum.ts';

/** Entries `start`, `start + step`, …, `length` of them. */
export interface Line {
  readonly start: number;
  readonly length: number;
  readonly step: number;
}

/** Largest entry; NaN where one is NaN. */
function maxOf(x: Float64Array, { start, length, step }: Line): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < length; index++) max = Math.max(max, x[start + index * step]!);
  return max;
}

/** y = e^(x − max) / Σ e^(x − max): no exponent is above 0, so nothing overflows. */
export function softmaxLine(x: Float64Array, y: Float64Array, line: Line): void {
  const { start, length, step } = line;
  const max = maxOf(x, line);
  for (let index = 0; index < length; index++) y[start + index * step] = exp(x[start + index * step]! - max);
  const sum = pairwiseSum(0, length, (index) => y[start + index * step]!);
  for (let index = 0; index < length; index++) y[start + index * step]! /= sum;
}

/** y = (x − max) − log Σ e^(x − max). */
export function logSoftmaxLine(x: Float64Array, y: Float64Array, line: Line): void {
  const { start, length, step } = line;
  const max = maxOf(x, line);
  const logSum = log(pairwiseSum(0, length, (index) => exp(x[start + index * step]! - max)));
  for (let index = 0; index < length; index++) y[start + index * step] = x[start + index * step]! - max - logSum;
}

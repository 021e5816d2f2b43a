import { fail } from '../errors/fail.ts';
import { createRandom } from '../random/create-random.ts';
import type { Dataset } from './dataset.ts';

/** Shares of the rows; what is left out is 0. */
export interface SplitShares {
  readonly train?: number;
  readonly validation?: number;
  readonly test?: number;
}

/** Row numbers of each part, ascending. No row is in two parts. */
export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

export type Part = keyof Split;

/**
 * Parts of the given shares, rounded to whole rows. With classes every part has each class in the same proportion, to
 * within one row. Where a test part came with the data it is the test part, and the other shares divide the rest.
 * Throws `data.split`, `data.empty-part`.
 */
export function splitRows(dataset: Dataset, shares: SplitShares, seed: number, path = 'training.split'): Split {
  const { train = 0, validation = 0, test = 0 } = shares;
  const sum = train + validation + test;
  if (sum > 1 + 1e-9) fail('data.split', { sum }, { path });
  const { testFrom, rows } = dataset;
  const given = testFrom < rows;
  const whole = given ? train + validation : 1;
  const order = mixedOrder(dataset, seed);
  // Rounding the borders, not the counts: no row is lost between two parts.
  const border = (share: number) => Math.round(Math.min(1, whole === 0 ? 0 : share / whole) * testFrom);
  const ends = [border(train), border(train + validation), given ? testFrom : border(sum)] as const;
  const part = (from: number, to: number) => order.slice(from, to).sort();
  const split: Split = {
    train: part(0, ends[0]),
    validation: part(ends[0], ends[1]),
    test: given ? Int32Array.from({ length: rows - testFrom }, (_, index) => testFrom + index) : part(ends[1], ends[2]),
  };
  if (split.train.length === 0) fail('data.empty-part', { part: 'train', rows }, { path });
  if (validation > 0 && split.validation.length === 0) fail('data.empty-part', { part: 'validation', rows }, { path });
  if (test > 0 && split.test.length === 0) fail('data.empty-part', { part: 'test', rows }, { path });
  return split;
}

/** A random order in which the classes alternate in proportion to their numbers, so that every run of it is stratified. */
function mixedOrder({ testFrom: rows, targets, classes }: Dataset, seed: number): Int32Array {
  const order = createRandom(seed, 'split').permutation(rows);
  if (classes === null) return order;
  const counts = new Float64Array(classes.length);
  for (let row = 0; row < rows; row++) counts[targets[row]!]!++;
  const seen = new Float64Array(classes.length);
  const place = new Float64Array(rows); // by row: (k − ½) / n for the k-th of n rows of its class
  for (const row of order) {
    const of = targets[row]!;
    seen[of]!++;
    place[row] = (seen[of]! - 0.5) / counts[of]!;
  }
  const rank = new Int32Array(rows);
  order.forEach((row, index) => {
    rank[row] = index;
  });
  return order.slice().sort((a, b) => place[a]! - place[b]! || rank[a]! - rank[b]!);
}

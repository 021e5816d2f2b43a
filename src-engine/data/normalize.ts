import { fail } from '../errors/fail.ts';
import type { Dataset } from './dataset.ts';

/** Names as documents write them. */
export const NORMALIZERS = ['none', 'min-max', 'z-score'] as const;
export type NormalizerName = (typeof NORMALIZERS)[number];

/** A feature x is fed as (x − shift) · scale, column by column. */
export interface Normalizer {
  readonly name: NormalizerName;
  readonly shift: Float64Array;
  readonly scale: Float64Array;
}

/**
 * Fits on the rows given (the training part) and on nothing else. `min-max` maps them to [0, 1]; `z-score` to mean 0 and
 * deviation 1 (divided by n). A column that is constant there is only shifted.
 */
export function fitNormalizer(name: NormalizerName, dataset: Dataset, rows: Int32Array): Normalizer {
  const { features, featureUnit, featureNames } = dataset;
  const columns = featureNames.length;
  const shift = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  if (name === 'none') return { name, shift, scale };
  const read = (row: number, column: number) => features[row * columns + column]! * featureUnit;
  for (let column = 0; column < columns; column++) {
    if (name === 'min-max') {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (const row of rows) {
        low = Math.min(low, read(row, column));
        high = Math.max(high, read(row, column));
      }
      shift[column] = low;
      scale[column] = high > low ? 1 / (high - low) : 1;
    } else {
      let sum = 0;
      for (const row of rows) sum += read(row, column);
      const mean = sum / rows.length;
      let squares = 0;
      for (const row of rows) squares += (read(row, column) - mean) * (read(row, column) - mean);
      const deviation = Math.sqrt(squares / rows.length);
      shift[column] = mean;
      scale[column] = deviation > 0 ? 1 / deviation : 1;
    }
  }
  return { name, shift, scale };
}

/** The name in a document; left out or null is `none`. Throws `document.not-allowed`. */
export function readNormalizer(raw: unknown, path: string): NormalizerName {
  if (raw === undefined || raw === null) return 'none';
  const found = NORMALIZERS.find((name) => name === raw);
  if (found) return found;
  return fail('document.not-allowed', { found: `${String(raw)}`, allowed: NORMALIZERS }, { path });
}

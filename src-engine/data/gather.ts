import type { Dataset, Numbers } from './dataset.ts';
import type { Normalizer } from './normalize.ts';

/** Which columns of a row are written, and how: all features, one of them, the targets, or the target's class as 0 and 1. */
export type ColumnsOf =
  | { readonly kind: 'features' }
  | { readonly kind: 'feature'; readonly column: number }
  | { readonly kind: 'targets' }
  | { readonly kind: 'one-hot' };

/** Writes rows `order[from … from + count − 1]` one after the other. */
export type Gather = (order: Int32Array, from: number, count: number, into: Float64Array | Float32Array) => void;

/** Numbers that one row takes. */
export function widthOf(dataset: Dataset, columns: ColumnsOf): number {
  if (columns.kind === 'feature') return 1;
  if (columns.kind === 'features') return dataset.featureNames.length;
  return columns.kind === 'targets' ? dataset.targetNames.length : (dataset.classes?.length ?? 1);
}

/** Made once and called for every batch; features pass through the normalizer. */
export function gatherer(dataset: Dataset, normalizer: Normalizer, columns: ColumnsOf): Gather {
  const { featureNames, targets, targetNames, classes, featureUnit } = dataset;
  const features: Numbers = dataset.features;
  const stride = featureNames.length;
  const { shift } = normalizer;
  const scale = normalizer.scale;
  if (columns.kind === 'features')
    return (order, from, count, into) => {
      for (let row = 0, at = 0; row < count; row++) {
        const start = order[from + row]! * stride;
        for (let column = 0; column < stride; column++)
          into[at++] = (features[start + column]! * featureUnit - shift[column]!) * scale[column]!;
      }
    };
  if (columns.kind === 'feature') {
    const { column } = columns;
    return (order, from, count, into) => {
      for (let row = 0; row < count; row++)
        into[row] = (features[order[from + row]! * stride + column]! * featureUnit - shift[column]!) * scale[column]!;
    };
  }
  if (columns.kind === 'targets') {
    const width = targetNames.length;
    return (order, from, count, into) => {
      for (let row = 0, at = 0; row < count; row++) {
        const start = order[from + row]! * width;
        for (let column = 0; column < width; column++) into[at++] = targets[start + column]!;
      }
    };
  }
  const width = classes?.length ?? 1;
  return (order, from, count, into) => {
    into.fill(0, 0, count * width);
    for (let row = 0; row < count; row++) into[row * width + targets[order[from + row]!]!] = 1;
  };
}

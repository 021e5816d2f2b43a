import type { Shape } from './shape.ts';

/**
 * Everything is a tensor; a scalar has shape []. Row-major, contiguous; `data.length` is the product of `shape`.
 */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

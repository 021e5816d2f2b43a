import { sizeOf } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { createRandom } from '../create-random.ts';
import type { Initializer } from './define.ts';

export interface WeightDraw {
  /** [.., in, out]: the last axis counts the units, those before it what each of them reads. */
  readonly shape: readonly number[];
  readonly seed: number;
  /** Names the stream: parameters of other names draw independently under the same seed. */
  readonly name: string;
  readonly scale: number;
}

/** Weights to start from; the same seed and name give the same bits everywhere. */
export function drawWeights(initializer: Initializer, { shape, seed, name, scale }: WeightDraw): Tensor {
  const fanOut = shape.at(-1) ?? 1;
  const size = sizeOf(shape);
  const next = initializer.draw(createRandom(seed, `init ${name}`), { fanIn: size / fanOut, fanOut }, scale);
  return { shape, data: Float64Array.from({ length: size }, next) };
}

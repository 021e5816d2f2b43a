import { log } from '../kernels/math/log.ts';
import { stream, type Uniform } from './stream.ts';

/** What one purpose draws: weights, a shuffle, noise. */
export interface Random {
  /** From [0, 1), multiples of 2⁻⁵³. */
  readonly uniform: Uniform;
  /** Standard normal: mean 0, variance 1. */
  normal(): number;
  /** Whole numbers from 0 to count − 1. */
  below(count: number): number;
  /** The numbers from 0 to count − 1 in random order, each order as likely. */
  permutation(count: number): Int32Array;
}

/** Draws for one purpose under a seed: see {@link stream}. */
export function createRandom(seed: number, purpose: string): Random {
  const uniform = stream(seed, purpose);
  const below = (count: number) => Math.floor(uniform() * count);
  let spare = Number.NaN;
  return {
    uniform,
    below,
    /** A point in the unit disc, stretched: two normals a pair. Source: Marsaglia and Bray, SIAM Review 6 (1964). */
    normal() {
      if (!Number.isNaN(spare)) {
        const drawn = spare;
        spare = Number.NaN;
        return drawn;
      }
      for (;;) {
        const a = 2 * uniform() - 1;
        const b = 2 * uniform() - 1;
        const square = a * a + b * b;
        if (square >= 1 || square === 0) continue;
        const stretch = Math.sqrt((-2 * log(square)) / square);
        spare = b * stretch;
        return a * stretch;
      }
    },
    /** Source: Durstenfeld, Algorithm 235, Communications of the ACM 7 (1964). */
    permutation(count) {
      const order = Int32Array.from({ length: count }, (_, index) => index);
      for (let left = count - 1; left > 0; left--) {
        const chosen = below(left + 1);
        const value = order[left]!;
        order[left] = order[chosen]!;
        order[chosen] = value;
      }
      return order;
    },
  };
}

import { erfc } from './erf.ts';
import { exp } from './exp.ts';

const inverseRootOfTwoPi = 0.3989422804014327;

/** Φ(x) = ½ erfc(−x/√2), the share of a standard normal below x; ½(1 + erf) would cancel in the left tail. */
export function normalShare(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

/** φ(x) = e^(−x²/2)/√(2π). */
export function normalDensity(x: number): number {
  return inverseRootOfTwoPi * exp(-0.5 * x * x);
}

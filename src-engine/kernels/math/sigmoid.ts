import { exp } from './exp.ts';
import { log1p } from './log1p.ts';

/** 1/(1 + e^−x), from the side that cannot overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** σ′(x) = σ(x)·σ(−x) = e^−|x|/(1 + e^−|x|)²; σ(1 − σ) would lose every digit for large x. */
export function sigmoidSlope(x: number): number {
  const e = exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|), which cannot overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}

/** tanh′(x) = sech² x = 4e^−2|x|/(1 + e^−2|x|)²; 1 − tanh² would lose every digit for large x. */
export function tanhSlope(x: number): number {
  const e = exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}

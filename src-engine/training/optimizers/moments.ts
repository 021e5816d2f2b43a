import { pow } from '../../kernels/math/pow.ts';
import type { AttributeRules } from '../../ops/define.ts';
import { epsilon, learningRate, type RateOption, share, type UpdateCall, type UpdateTerm } from './define.ts';

export type AdamOptions = RateOption & { readonly beta1: number; readonly beta2: number; readonly eps: number };

export const adamOptions: AttributeRules<AdamOptions> = {
  learningRate: learningRate(1e-3),
  beta1: share(0.9, 'How much of the running mean of gradients is kept.'),
  beta2: share(0.999, 'How much of the running mean of squared gradients is kept.'),
  eps: epsilon(1e-8),
};

/** m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ). */
export function adamUpdate(
  { options: { beta1, beta2, eps }, rate, step }: UpdateCall<AdamOptions>,
  parameters: Float64Array,
  gradients: Float64Array,
  m: Float64Array,
  v: Float64Array,
  start: number,
  end: number,
): void {
  const stepSize = rate / (1 - pow(beta1, step));
  const root = Math.sqrt(1 - pow(beta2, step));
  for (let index = start; index < end; index++) {
    const g = gradients[index]!;
    const mean = beta1 * m[index]! + (1 - beta1) * g;
    const square = beta2 * v[index]! + (1 - beta2) * g * g;
    m[index] = mean;
    v[index] = square;
    parameters[index]! -= stepSize * (mean / (Math.sqrt(square) / root + eps));
  }
}

export function adamTerms(
  { options: { beta1, beta2, eps }, rate, step }: UpdateCall<AdamOptions>,
  g: number,
  [before, squares]: readonly number[],
): UpdateTerm[] {
  const m = beta1 * before! + (1 - beta1) * g;
  const v = beta2 * squares! + (1 - beta2) * g * g;
  const mHat = m / (1 - pow(beta1, step));
  const vHat = v / (1 - pow(beta2, step));
  return [
    { symbol: 'g', value: g },
    { symbol: 'm', value: m },
    { symbol: 'v', value: v },
    { symbol: '\\hat{m}', value: mHat },
    { symbol: '\\hat{v}', value: vHat },
    { symbol: '\\Delta w', value: -rate * (mHat / (Math.sqrt(vHat) + eps)) },
  ];
}

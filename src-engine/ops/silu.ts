import { sigmoid, sigmoidSlope } from '../kernels/math/sigmoid.ts';
import { unary } from './elementwise.ts';
import { factor, term } from './latex.ts';

export const silu = unary({
  id: 'silu',
  name: 'SiLU',
  category: 'activations',
  aliases: ['swish', 'x·σ(x)'],
  glyph: 'M2 10c3 0 4 2.5 6 2.5S11.5 6 13.5 3',
  y: (x) => (x === Number.NEGATIVE_INFINITY ? 0 : x * sigmoid(x)),
  dydx(x) {
    const slope = sigmoidSlope(x);
    return slope === 0 ? sigmoid(x) : sigmoid(x) + x * slope;
  },
  latex: {
    forward: ([x]) => `${factor(x!)}\\,\\sigma\\left(${x}\\right)`,
    local: (_slot, [x]) =>
      `\\sigma\\left(${x}\\right)\\left(1 + ${factor(x!)}\\,\\sigma\\left(-${term(x!)}\\right)\\right)`,
  },
  intuition: {
    lead: 'SiLU gates itself.',
    more: 'The input decides how much of itself passes, with a small dip below zero.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.silu.html; Elfwing, Uchibe & Doya, Neural Networks 107 (2018)',
});

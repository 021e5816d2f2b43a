import { sigmoid as logistic, sigmoidSlope } from '../kernels/math/sigmoid.ts';
import { unary } from './elementwise.ts';
import { factor, term } from './latex.ts';

export const sigmoid = unary({
  id: 'sigmoid',
  name: 'Sigmoid',
  category: 'activations',
  aliases: ['logistic', 'σ', 'squash'],
  glyph: 'M2 12.5c7 0 5-9 12-9',
  y: logistic,
  dydx: (x) => sigmoidSlope(x),
  latex: {
    forward: ([x]) => `\\sigma\\left(${x}\\right)`,
    local: (_slot, _x, y) => `${factor(y)}\\left(1 - ${term(y)}\\right)`,
  },
  intuition: {
    lead: 'Sigmoid saturates.',
    more: 'At best it passes a quarter of the gradient; far from zero, next to nothing.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.sigmoid.html',
});

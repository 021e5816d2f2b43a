import { tanhSlope } from '../kernels/math/sigmoid.ts';
import { tanh as hyperbolicTangent } from '../kernels/math/tanh.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const tanh = unary({
  id: 'tanh',
  name: 'Tanh',
  category: 'activations',
  aliases: ['hyperbolic tangent', 'squash'],
  glyph: 'M2 13c9 0 3-10 12-10M8 2.5v.1',
  y: hyperbolicTangent,
  dydx: (x) => tanhSlope(x),
  latex: {
    forward: ([x]) => `\\tanh ${factor(x!)}`,
    local: (_slot, _x, y) => `1 - ${factor(y)}^2`,
  },
  intuition: { lead: 'Tanh saturates.', more: 'At zero all of the gradient passes; far from it, next to nothing.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.tanh.html',
});

import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const sqrt = unary({
  id: 'sqrt',
  name: 'Root',
  category: 'arithmetic',
  aliases: ['square root', '√', 'sqrt'],
  glyph: 'M2 9l2 0 2.2 4L9 3h5',
  y: Math.sqrt,
  dydx: (_x, y) => 0.5 / y,
  corners: () => [{ at: 0, left: Number.NaN, right: Number.POSITIVE_INFINITY }],
  latex: {
    forward: ([x]) => `\\sqrt{${x}}`,
    local: (_slot, _x, y) => `\\frac{1}{2${factor(y)}}`,
  },
  intuition: {
    lead: 'Root steepens near zero.',
    more: 'Small inputs receive a large gradient, and at zero it is infinite.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.sqrt.html',
  testing: { domain: [[0.2, 4]] },
});

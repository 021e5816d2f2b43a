import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const reciprocal = unary({
  id: 'reciprocal',
  name: 'Reciprocal',
  category: 'arithmetic',
  aliases: ['inverse', '1/x', 'one over'],
  glyph: 'M3 2.5c.3 6.5 3.5 10 10.5 10.5',
  y: (x) => 1 / x,
  dydx: (_x, y) => -y * y,
  corners: () => [{ at: 0, left: Number.NaN, right: Number.NaN }],
  latex: {
    forward: ([x]) => `\\frac{1}{${x}}`,
    local: (_slot, [x]) => `-\\frac{1}{${factor(x!)}^2}`,
  },
  intuition: {
    lead: 'Reciprocal pulls back.',
    more: 'A larger input makes a smaller result, the more so the nearer it is to zero.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.reciprocal.html',
  testing: { domain: [[0.2, 4]] },
});

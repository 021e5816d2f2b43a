import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const rsqrt = unary({
  id: 'rsqrt',
  name: 'Reciprocal root',
  category: 'arithmetic',
  aliases: ['inverse square root', '1/√x', 'rsqrt'],
  glyph: 'M2.5 3.5h2M3.5 3.5v4M2 11h2l1.5 2.5L8.5 5H14',
  y: (x) => 1 / Math.sqrt(x),
  dydx: (_x, y) => -0.5 * y * y * y,
  corners: () => [{ at: 0, left: Number.NaN, right: Number.NaN }],
  latex: {
    forward: ([x]) => `\\frac{1}{\\sqrt{${x}}}`,
    local: (_slot, _x, y) => `-\\tfrac{1}{2}${factor(y)}^3`,
  },
  intuition: {
    lead: 'Reciprocal root tames.',
    more: 'It shrinks what is large; its gradient falls with the cube of the result.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.rsqrt.html',
  testing: { domain: [[0.2, 4]] },
});

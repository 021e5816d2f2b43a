import { unary } from './elementwise.ts';

export const abs = unary({
  id: 'abs',
  name: 'Absolute',
  category: 'arithmetic',
  aliases: ['absolute value', '|x|', 'magnitude', 'modulus'],
  glyph: 'm2.5 4 5.5 8 5.5-8',
  y: Math.abs,
  dydx: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : Number.NaN),
  corners: () => [{ at: 0, left: -1, right: 1 }],
  latex: {
    forward: ([x]) => `\\left|${x}\\right|`,
    local: (_slot, [x]) => `\\operatorname{sgn}\\left(${x}\\right)`,
  },
  intuition: {
    lead: 'Absolute keeps the sign.',
    more: 'The gradient passes with the sign of the input, however small the input is.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.abs.html',
});

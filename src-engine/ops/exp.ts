import { exp as exponential } from '../kernels/math/exp.ts';
import { unary } from './elementwise.ts';

export const exp = unary({
  id: 'exp',
  name: 'Exp',
  category: 'functions',
  aliases: ['exponential', 'e^x', 'eˣ'],
  glyph: 'M2.5 12.5c6 0 8.5-3 10-10',
  y: exponential,
  dydx: (_x, y) => y,
  latex: {
    forward: ([x]) => `e^{${x}}`,
    local: (_slot, _x, y) => y,
  },
  intuition: { lead: 'Exp is its own slope.', more: 'The larger its result, the more it amplifies what arrives.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.exp.html',
});

import { exp } from '../kernels/math/exp.ts';
import { expm1 as exponentialLessOne } from '../kernels/math/expm1.ts';
import { unary } from './elementwise.ts';

export const expm1 = unary({
  id: 'expm1',
  name: 'Exp minus one',
  category: 'functions',
  aliases: ['e^x - 1', 'expm1'],
  glyph: 'M2.5 10.5c6 0 8-2 9.5-8M2.5 13.5h11',
  y: exponentialLessOne,
  dydx: (x) => exp(x),
  latex: {
    forward: ([x]) => `e^{${x}} - 1`,
    local: (_slot, [x]) => `e^{${x}}`,
  },
  intuition: {
    lead: 'Exp minus one starts at zero.',
    more: 'It keeps the digits that the exponential loses when its input is tiny.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.expm1.html',
});

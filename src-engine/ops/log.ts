import { log as naturalLog } from '../kernels/math/log.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const log = unary({
  id: 'log',
  name: 'Log',
  category: 'functions',
  aliases: ['logarithm', 'ln', 'natural log'],
  glyph: 'M3 13.5C3.5 7 6 4 13.5 3.5',
  y: naturalLog,
  dydx: (x) => 1 / x,
  corners: () => [{ at: 0, left: Number.NaN, right: Number.NaN }],
  latex: {
    forward: ([x]) => `\\ln ${factor(x!)}`,
    local: (_slot, [x]) => `\\frac{1}{${x}}`,
  },
  intuition: { lead: 'Log divides.', more: 'The gradient is divided by the input, so small inputs feel it most.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.log.html',
  testing: { domain: [[0.2, 4]] },
});

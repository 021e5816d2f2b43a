import { log1p as logOfOnePlus } from '../kernels/math/log1p.ts';
import { unary } from './elementwise.ts';
import { term } from './latex.ts';

export const log1p = unary({
  id: 'log1p',
  name: 'Log of one plus',
  category: 'functions',
  aliases: ['ln(1+x)', 'log1p'],
  glyph: 'M2 14c.5-5 2.5-7.5 8.5-8M12.5 2.5v4M10.5 4.5h4',
  y: logOfOnePlus,
  dydx: (x) => 1 / (1 + x),
  corners: () => [{ at: -1, left: Number.NaN, right: Number.NaN }],
  latex: {
    forward: ([x]) => `\\ln\\left(1 + ${term(x!)}\\right)`,
    local: (_slot, [x]) => `\\frac{1}{1 + ${term(x!)}}`,
  },
  intuition: {
    lead: 'Log of one plus passes small inputs.',
    more: 'Near zero it changes nothing; far out it divides like the logarithm.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.log1p.html',
  testing: { domain: [[-0.8, 3]] },
});

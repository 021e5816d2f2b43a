import { unary } from './elementwise.ts';

export const softsign = unary({
  id: 'softsign',
  name: 'Softsign',
  category: 'activations',
  aliases: ['x/(1+|x|)', 'squash'],
  glyph: 'M2 12.5C7 12 7 9.5 8 8s1-4 6-4.5',
  y: (x) => (Math.abs(x) === Number.POSITIVE_INFINITY ? Math.sign(x) : x / (1 + Math.abs(x))),
  dydx: (x) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
  latex: {
    forward: ([x]) => `\\frac{${x}}{1 + \\left|${x}\\right|}`,
    local: (_slot, [x]) => `\\frac{1}{\\left(1 + \\left|${x}\\right|\\right)^2}`,
  },
  intuition: {
    lead: 'Softsign saturates slowly.',
    more: 'Like tanh it levels off, but its gradient fades much more gently.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.softsign.html',
});

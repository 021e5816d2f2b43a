import { unary } from './elementwise.ts';

export const hardsigmoid = unary({
  id: 'hardsigmoid',
  name: 'Hard sigmoid',
  category: 'activations',
  aliases: ['piecewise sigmoid'],
  glyph: 'M2 12.5h3l6-9h3',
  y: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  dydx: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
  corners: () => [
    { at: -3, left: 0, right: 1 / 6 },
    { at: 3, left: 1 / 6, right: 0 },
  ],
  selects: true,
  latex: {
    forward: ([x]) => `\\tfrac{1}{6}\\min\\left(\\max\\left(${x} + 3, 0\\right), 6\\right)`,
    local: (_slot, [x]) => `\\tfrac{1}{6}\\left[-3 < ${x} < 3\\right]`,
  },
  intuition: { lead: 'Hard sigmoid shuts.', more: 'Between −3 and 3 a sixth of the gradient passes; beyond, nothing.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.hardsigmoid.html',
  testing: { domain: [[-5, 5]] },
});

import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const square = unary({
  id: 'square',
  name: 'Square',
  category: 'arithmetic',
  aliases: ['x²', 'squared', '^2', 'power of two'],
  glyph: 'M2.5 3c1.2 7 3 9.5 5.5 9.5S12.3 10 13.5 3',
  y: (x) => x * x,
  dydx: (x) => 2 * x,
  latex: {
    forward: ([x]) => `${factor(x!)}^2`,
    local: (_slot, [x]) => `2${factor(x!)}`,
  },
  intuition: {
    lead: 'Square scales by twice its input.',
    more: 'Far from zero it pushes hard; at zero it pushes not at all.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.square.html',
});

import { tan as tangent } from '../kernels/math/tan.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const tan = unary({
  id: 'tan',
  name: 'Tangent',
  category: 'functions',
  aliases: ['tan', 'trigonometry'],
  glyph: 'M3.5 13.5C4 8.5 6 8.3 8 8s4-.5 4.5-5.5',
  y: tangent,
  dydx: (_x, y) => 1 + y * y,
  latex: {
    forward: ([x]) => `\\tan ${factor(x!)}`,
    local: (_slot, _x, y) => `1 + ${factor(y)}^2`,
  },
  intuition: {
    lead: 'Tangent only amplifies.',
    more: 'Its slope is never below one, and grows without bound towards a quarter turn.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.tan.html',
  testing: { domain: [[-1.2, 1.2]] },
});

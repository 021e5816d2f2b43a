import { exp } from '../kernels/math/exp.ts';
import { expm1 } from '../kernels/math/expm1.ts';
import { number } from './attributes.ts';
import { unary } from './elementwise.ts';
import { numberText } from './latex.ts';

type Attrs = { readonly alpha: number };

export const elu = unary<Attrs>({
  id: 'elu',
  name: 'ELU',
  category: 'activations',
  aliases: ['exponential linear'],
  glyph: 'M2 12.5c4 0 5-1.5 6-3.5L13.5 3',
  attrs: { alpha: number({ default: 1, description: 'Depth: the value far below zero is −alpha.' }) },
  y: (x, { alpha }) => (x > 0 ? x : alpha * expm1(x)),
  dydx: (x, _y, { alpha }) => (x > 0 ? 1 : alpha * exp(x)),
  corners: ({ alpha }) => (alpha === 1 ? [] : [{ at: 0, left: alpha, right: 1 }]),
  latex: {
    forward: ([x], { alpha }) =>
      `\\begin{cases} ${x} & ${x} > 0 \\\\ ${numberText(alpha)}\\left(e^{${x}} - 1\\right) & ${x} \\le 0 \\end{cases}`,
    local: (_slot, [x], _y, { alpha }) =>
      `\\begin{cases} 1 & ${x} > 0 \\\\ ${numberText(alpha)}\\,e^{${x}} & ${x} \\le 0 \\end{cases}`,
  },
  intuition: {
    lead: 'ELU bends softly.',
    more: 'Above zero the gradient passes unchanged; below it fades as the curve levels off.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.elu.html; Clevert, Unterthiner & Hochreiter, ICLR 2016',
  testing: { attrs: [{ alpha: 0.5 }] },
});

import { number } from './attributes.ts';
import { unary } from './elementwise.ts';
import { factor, numberText } from './latex.ts';

type Attrs = { readonly negative_slope: number };

export const leakyRelu = unary<Attrs>({
  id: 'leaky_relu',
  name: 'Leaky ReLU',
  category: 'activations',
  aliases: ['lrelu', 'leaky rectifier'],
  glyph: 'm2 13.5 6-2 5.5-8',
  attrs: { negative_slope: number({ default: 0.01, description: 'Slope below zero.' }) },
  y: (x, attrs) => (x > 0 ? x : x * attrs.negative_slope),
  dydx: (x, _y, attrs) => (x > 0 ? 1 : attrs.negative_slope),
  corners: (attrs) => (attrs.negative_slope === 1 ? [] : [{ at: 0, left: attrs.negative_slope, right: 1 }]),
  latex: {
    forward: ([x], attrs) =>
      `\\begin{cases} ${x} & ${x} > 0 \\\\ ${numberText(attrs.negative_slope)}\\,${factor(x!)} & ${x} \\le 0 \\end{cases}`,
    local: (_slot, [x], _y, attrs) =>
      `\\begin{cases} 1 & ${x} > 0 \\\\ ${numberText(attrs.negative_slope)} & ${x} \\le 0 \\end{cases}`,
  },
  intuition: {
    lead: 'Leaky ReLU never closes.',
    more: 'Below zero a small share of the gradient still passes, so no unit dies.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.leaky_relu.html',
  testing: { attrs: [{ negative_slope: 0.3 }, { negative_slope: 1 }] },
});

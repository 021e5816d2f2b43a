import { number } from './attributes.ts';
import { unary } from './elementwise.ts';
import { numberText } from './latex.ts';

type Attrs = { readonly min_val: number; readonly max_val: number };

export const hardtanh = unary<Attrs>({
  id: 'hardtanh',
  name: 'Hard tanh',
  category: 'activations',
  aliases: ['piecewise tanh', 'clip'],
  glyph: 'M2 13h4l4-8h4M8 2v.1',
  attrs: {
    min_val: number({ default: -1, description: 'Lowest result.' }),
    max_val: number({ default: 1, description: 'Highest result.' }),
  },
  y: (x, { min_val, max_val }) => Math.min(Math.max(x, min_val), max_val),
  dydx: (x, _y, { min_val, max_val }) => (x <= min_val || x >= max_val ? 0 : 1),
  corners: ({ min_val, max_val }) => [
    { at: min_val, left: 0, right: 1 },
    { at: max_val, left: 1, right: 0 },
  ],
  selects: true,
  latex: {
    forward: ([x], { min_val, max_val }) =>
      `\\min\\left(\\max\\left(${x}, ${numberText(min_val)}\\right), ${numberText(max_val)}\\right)`,
    local: (_slot, [x], _y, { min_val, max_val }) =>
      `\\left[${numberText(min_val)} < ${x} < ${numberText(max_val)}\\right]`,
  },
  intuition: {
    lead: 'Hard tanh shuts.',
    more: 'Between its bounds the gradient passes unchanged; at them and beyond, nothing does.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh.html',
  testing: { attrs: [{ min_val: -2, max_val: 0.5 }] },
});

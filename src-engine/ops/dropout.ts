import { sizeOf } from '../tensor/shape.ts';
import { number } from './attributes.ts';
import { defineOp } from './define.ts';
import { factor } from './latex.ts';

type Attrs = { readonly p: number };

export const dropout = defineOp<Attrs>({
  id: 'dropout',
  name: 'Dropout',
  category: 'normalize',
  aliases: ['mask', 'regularize', 'drop'],
  glyph:
    'M3.5 3.5h.1M8 3.5h.1M3.5 8h.1M12.5 8h.1M8 12.5h.1M12.5 12.5h.1M11 2l3 3M14 2l-3 3M6.5 6.5l3 3M9.5 6.5l-3 3M2 11l3 3M5 11l-3 3',
  slots: { names: ['x'], counts: [1] },
  attrs: {
    p: number({ default: 0.5, min: 0, max: 1, description: 'Probability that an entry is dropped during training.' }),
  },
  elementwise: true,

  shape: ([x]) => x!,
  /** The mask: 0 for a dropped entry, 1/(1 − p) for a kept one. */
  scratch: ([x]) => sizeOf(x!),
  prepare({ attrs, scratch }, uniform) {
    const factor = 1 / (1 - attrs.p);
    for (let index = 0; index < scratch.length; index++) scratch[index] = uniform() < attrs.p ? 0 : factor;
  },
  forward({ x, y, scratch, training }) {
    const from = x[0]!.data;
    for (let index = 0; index < from.length; index++)
      y.data[index] = training ? from[index]! * scratch[index]! : from[index]!;
  },
  vjp({ scratch, training }, _slot, dy, dx) {
    for (let index = 0; index < dy.length; index++) dx[index] = training ? dy[index]! * scratch[index]! : dy[index]!;
  },
  local({ scratch, training }, _slot, out) {
    for (let index = 0; index < out.length; index++) out[index] = training ? scratch[index]! : 1;
  },

  latex: {
    forward: ([x], { p }) =>
      `\\frac{m}{1 - ${p}} \\odot ${factor(x!)},\\quad m \\sim \\operatorname{Bernoulli}(1 - ${p})`,
    local: (_slot, _x, _y, { p }) => `\\frac{m}{1 - ${p}}`,
  },
  intuition: {
    lead: 'Dropout silences at random.',
    more: 'A dropped entry contributes nothing and learns nothing in this step; the kept ones are scaled up so that the mean stays.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html; Srivastava et al., JMLR 15 (2014)',
  testing: { domain: [[-3, 3]], shapes: [[[]], [[5]], [[2, 3]]], attrs: [{ p: 0.2 }] },
});

import { exp } from '../kernels/math/exp.ts';
import { expm1 } from '../kernels/math/expm1.ts';
import { unary } from './elementwise.ts';

/** Chosen so that mean 0 and variance 1 pass through unchanged. */
const alpha = 1.6732632423543772;
const scale = 1.0507009873554805;

export const selu = unary({
  id: 'selu',
  name: 'SELU',
  category: 'activations',
  aliases: ['scaled exponential linear', 'self-normalizing'],
  glyph: 'M2 13.5c4 0 5-1.5 6-4L13 2',
  y: (x) => (x > 0 ? scale * x : scale * alpha * expm1(x)),
  dydx: (x) => (x > 0 ? scale : scale * alpha * exp(x)),
  corners: () => [{ at: 0, left: scale * alpha, right: scale }],
  latex: {
    forward: ([x]) =>
      `\\lambda \\begin{cases} ${x} & ${x} > 0 \\\\ \\alpha\\left(e^{${x}} - 1\\right) & ${x} \\le 0 \\end{cases}`,
    local: (_slot, [x]) => `\\lambda \\begin{cases} 1 & ${x} > 0 \\\\ \\alpha\\,e^{${x}} & ${x} \\le 0 \\end{cases}`,
  },
  intuition: {
    lead: 'SELU keeps the scale.',
    more: 'Its slope above zero is a little over one, so that signals neither fade nor grow through many layers.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.selu.html; Klambauer et al., NeurIPS 2017',
});

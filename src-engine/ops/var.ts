import { pairwiseSum } from '../kernels/sum.ts';
import { integer } from './attributes.ts';
import {
  type ReductionAttrs,
  type ReductionGroup,
  reduction,
  reductionAttrs,
  reductionLatex,
  reductionTrials,
} from './reduction.ts';

type Attrs = ReductionAttrs & { readonly correction: number };

export const variance = reduction<Attrs>({
  id: 'var',
  name: 'Variance',
  aliases: ['σ²', 'spread', 'std'],
  glyph: 'M2 12.5c3.5 0 3.5-8.5 6-8.5s2.5 8.5 6 8.5M5.5 9.5h5',
  attrs: {
    ...reductionAttrs,
    correction: integer({
      default: 1,
      min: 0,
      description: 'Taken from the count that divides: 1 estimates without bias, 0 describes.',
    }),
  },

  value(group, { correction }) {
    const { x, start, inner } = group;
    const centre = average(group);
    const squares = pairwiseSum(0, inner.length, (r) => {
      const difference = x[start + inner[r]!]! - centre;
      return difference * difference;
    });
    return squares / Math.max(inner.length - correction, 0);
  },
  gradient(group, dx, dy, _y, { correction }) {
    const { x, start, inner } = group;
    const centre = average(group);
    const factor = (2 * dy) / (inner.length - correction);
    for (let r = 0; r < inner.length; r++) dx[start + inner[r]!] = factor * (x[start + inner[r]!]! - centre);
  },

  latex: {
    forward: ([x], attrs) => reductionLatex('var', x!, attrs),
    local: (_slot, [x], _y, { correction }) =>
      `\\bar{y}\\,\\frac{2}{${correction === 0 ? 'n' : `n - ${correction}`}}\\left(${x} - \\overline{${x}}\\right)`,
  },
  intuition: {
    lead: 'Variance pushes outward.',
    more: 'An entry raises the spread by moving away from the mean, in proportion to how far away it is already.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.var.html; two passes: Chan, Golub & LeVeque, Am. Stat. 37 (1983)',
  testing: {
    domain: [[-3, 3]],
    shapes: reductionTrials.shapes,
    attrs: [...reductionTrials.attrs, { dim: -1, correction: 0 }],
  },
});

function average({ x, start, inner }: ReductionGroup): number {
  return pairwiseSum(0, inner.length, (r) => x[start + inner[r]!]!) / inner.length;
}

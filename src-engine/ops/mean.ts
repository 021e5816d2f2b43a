import { pairwiseSum } from '../kernels/sum.ts';
import { type ReductionAttrs, reduction, reductionAttrs, reductionLatex, reductionTrials } from './reduction.ts';

export const mean = reduction<ReductionAttrs>({
  id: 'mean',
  name: 'Mean',
  aliases: ['average', 'expectation'],
  glyph: 'M3 5h10M4 13l4-7 4 7',
  attrs: reductionAttrs,

  value: ({ x, start, inner }) => pairwiseSum(0, inner.length, (r) => x[start + inner[r]!]!) / inner.length,
  gradient({ start, inner }, dx, dy) {
    const share = dy / inner.length;
    for (let r = 0; r < inner.length; r++) dx[start + inner[r]!] = share;
  },

  latex: {
    forward: ([x], attrs) => reductionLatex('mean', x!, attrs),
    local: () => '\\frac{1}{n}\\,\\bar{y}\\,\\mathbf{1}',
  },
  intuition: {
    lead: 'Mean shares evenly.',
    more: 'Each of n entries moves the mean by one n-th, so each receives one n-th of the gradient.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.mean.html',
  testing: { domain: [[-3, 3]], ...reductionTrials },
});

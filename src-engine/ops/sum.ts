import { pairwiseSum } from '../kernels/sum.ts';
import { term } from './latex.ts';
import { dimText, type ReductionAttrs, reduction, reductionAttrs, reductionTrials } from './reduction.ts';

export const sum = reduction<ReductionAttrs>({
  id: 'sum',
  name: 'Sum',
  aliases: ['Σ', 'total', 'add up'],
  glyph: 'M12 4.5V3H4l4.5 5L4 13h8v-1.5',
  attrs: reductionAttrs,

  value: ({ x, start, inner }) => pairwiseSum(0, inner.length, (r) => x[start + inner[r]!]!),
  gradient({ start, inner }, dx, dy) {
    for (let r = 0; r < inner.length; r++) dx[start + inner[r]!] = dy;
  },

  latex: {
    forward: ([x], { dim }) => `\\textstyle\\sum${dim === null ? '' : `_{${dimText(dim)}}`} ${term(x!)}`,
    local: () => '\\bar{y}\\,\\mathbf{1}',
  },
  intuition: { lead: 'Sum copies.', more: 'Every entry counts once, so every entry receives the same gradient.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.sum.html',
  testing: { domain: [[-3, 3]], ...reductionTrials },
});

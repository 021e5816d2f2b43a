import { exp } from '../kernels/math/exp.ts';
import { log } from '../kernels/math/log.ts';
import { pairwiseSum } from '../kernels/sum.ts';
import {
  largest,
  type ReductionAttrs,
  reduction,
  reductionAttrs,
  reductionLatex,
  reductionTrials,
} from './reduction.ts';

export const logsumexp = reduction<ReductionAttrs>({
  id: 'logsumexp',
  name: 'Log-sum-exp',
  aliases: ['soft maximum', 'log partition'],
  glyph: 'M2.5 3.5c3 4.5 3.8 5.5 5.5 5.5s2.5-1 5.5-5.5M5 13.5l3-3 3 3',
  attrs: reductionAttrs,

  value(group) {
    const { x, start, inner } = group;
    const max = largest(group);
    const shift = Number.isFinite(max) ? max : 0; // ±∞ and NaN pass through exp and log on their own
    return shift + log(pairwiseSum(0, inner.length, (r) => exp(x[start + inner[r]!]! - shift)));
  },
  gradient({ x, start, inner }, dx, dy, y) {
    for (let r = 0; r < inner.length; r++) dx[start + inner[r]!] = dy * exp(x[start + inner[r]!]! - y);
  },

  latex: {
    forward: ([x], attrs) => `\\log ${reductionLatex('sum', `e^{${x}}`, attrs)}`,
    local: (_slot, [x], y) => `\\bar{y}\\,e^{${x} - ${y}}`,
  },
  intuition: {
    lead: 'Log-sum-exp routes softly.',
    more: 'Each entry receives its softmax share of the gradient: the largest gets the most.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.logsumexp.html; Blanchard, Higham & Higham, IMA J. Numer. Anal. 41 (2021)',
  testing: { domain: [[-3, 3]], ...reductionTrials },
});

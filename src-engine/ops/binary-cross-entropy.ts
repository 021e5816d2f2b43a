import { log } from '../kernels/math/log.ts';
import { log1p } from '../kernels/math/log1p.ts';
import { factor, term } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

/** Logarithms are kept above this, so that a certain and wrong prediction costs 100 and not ∞. */
const leastLog = -100;
/** The slope's denominator x(1 − x) is kept above this; PyTorch's constant, which is 1e-12 in float32. */
const leastSpread = Math.fround(1e-12);

export const binaryCrossEntropy = pointwiseLoss<LossAttrs>({
  id: 'binary_cross_entropy',
  name: 'Binary cross-entropy',
  aliases: ['bce', 'log loss', 'binary ce'],
  glyph: 'M3 3c.3 8 2 9.5 5 9.5s4.7-1.5 5-9.5',
  attrs: lossAttrs,

  loss: (x, t) => (t - 1) * Math.max(log1p(-x), leastLog) - t * Math.max(log(x), leastLog),
  derivatives: [(x, t) => (x - t) / Math.max((1 - x) * x, leastSpread), (x) => log1p(-x) - log(x)],

  decision: { threshold: 0.5, low: 0 },
  latex: {
    forward: ([x, t], attrs) =>
      `-${lossSum(attrs)}\\left(${factor(t!)} \\log ${factor(x!)} + (1 - ${term(t!)}) \\log (1 - ${term(x!)})\\right)`,
    local: (slot, [x, t], _y, attrs) =>
      `${lossShare(attrs)}${slot === 0 ? `\\frac{${x} - ${term(t!)}}{${factor(x!)} (1 - ${term(x!)})}` : `\\log \\frac{1 - ${term(x!)}}{${x}}`}`,
  },
  intuition: {
    lead: 'Cross-entropy punishes false certainty.',
    more: 'The closer a probability comes to the wrong end, the harder it is pushed back; feed it logits where you can.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy.html',
  testing: {
    domain: [
      [0.05, 0.95],
      [0, 1],
    ],
    ...lossTrials,
  },
});

import { exp } from '../kernels/math/exp.ts';
import { log1p } from '../kernels/math/log1p.ts';
import { factor, term } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

export const binaryCrossEntropyWithLogits = pointwiseLoss<LossAttrs>({
  id: 'binary_cross_entropy_with_logits',
  name: 'Binary cross-entropy of logits',
  aliases: ['bce with logits', 'logistic loss', 'sigmoid cross-entropy'],
  glyph: 'M2.5 4.5C6 8 7.5 12 13.5 12M13.5 4.5C10 8 8.5 12 2.5 12',
  attrs: lossAttrs,

  loss: (x, t) => Math.max(x, 0) - x * t + log1p(exp(-Math.abs(x))),
  derivatives: [(x, t) => sigmoid(x) - t, (x) => -x],

  decision: { threshold: 0, low: 0 },
  latex: {
    forward: ([x, t], attrs) =>
      `${lossSum(attrs)}\\left(\\max(${x}, 0) - ${factor(x!)}\\,${factor(t!)} + \\log\\left(1 + e^{-|${x}|}\\right)\\right)`,
    local: (slot, [x, t], _y, attrs) =>
      slot === 0
        ? `${lossShare(attrs)}\\left(\\sigma(${x}) - ${term(t!)}\\right)`
        : `-${lossShare(attrs)}${factor(x!)}`,
  },
  intuition: {
    lead: 'Prediction minus target returns.',
    more: 'Sigmoid and logarithm cancel in the gradient: what flows back is the miss of the probability itself, never a vanishing slope.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy_with_logits.html',
  testing: {
    domain: [
      [-3, 3],
      [0, 1],
    ],
    ...lossTrials,
  },
});

function sigmoid(x: number): number {
  const decay = exp(-Math.abs(x));
  return (x >= 0 ? 1 : decay) / (1 + decay);
}

import { term } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

export const l1Loss = pointwiseLoss<LossAttrs>({
  id: 'l1_loss',
  name: 'Absolute error',
  aliases: ['mean absolute error', 'mae', 'l1'],
  glyph: 'M2.5 4 8 12.5 13.5 4M8 12.5V7',
  attrs: lossAttrs,

  loss: (x, t) => Math.abs(x - t),
  derivatives: [(x, t) => Math.sign(x - t), (x, t) => Math.sign(t - x)],
  corner: (x, t, _slot, within) => (Math.abs(x - t) <= within ? { left: -1, right: 1 } : null),

  latex: {
    forward: ([x, t], attrs) => `${lossSum(attrs)}\\left|${x} - ${term(t!)}\\right|`,
    local: (slot, [x, t], _y, attrs) =>
      `${lossShare(attrs)}\\operatorname{sign}\\left(${slot === 0 ? `${x} - ${term(t!)}` : `${t} - ${term(x!)}`}\\right)`,
  },
  intuition: {
    lead: 'Absolute error pulls evenly.',
    more: 'Every miss pulls with the same strength, however far off, so outliers do not dominate.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.l1_loss.html',
  testing: {
    domain: [
      [-3, -0.1],
      [0.1, 3],
    ],
    ...lossTrials,
  },
});

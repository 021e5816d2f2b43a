import { term } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

export const mseLoss = pointwiseLoss<LossAttrs>({
  id: 'mse_loss',
  name: 'Squared error',
  aliases: ['mean squared error', 'mse', 'l2', 'quadratic'],
  glyph: 'M2.5 3.5C4 10 5.5 12.5 8 12.5s4-2.5 5.5-9M8 12.5V7',
  attrs: lossAttrs,

  loss: (x, t) => (x - t) * (x - t),
  derivatives: [(x, t) => 2 * (x - t), (x, t) => 2 * (t - x)],

  latex: {
    forward: ([x, t], attrs) => `${lossSum(attrs)}\\left(${x} - ${term(t!)}\\right)^2`,
    local: (slot, [x, t], _y, attrs) =>
      `${lossShare(attrs)}2\\left(${slot === 0 ? `${x} - ${term(t!)}` : `${t} - ${term(x!)}`}\\right)`,
  },
  intuition: {
    lead: 'Squared error pulls proportionally.',
    more: 'The gradient is twice the miss: far predictions are pulled hard, close ones hardly at all.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html',
  testing: { domain: [[-3, 3]], ...lossTrials },
});

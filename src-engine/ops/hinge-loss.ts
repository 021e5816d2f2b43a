import { factor } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

export const hingeLoss = pointwiseLoss<LossAttrs>({
  id: 'hinge_loss',
  name: 'Hinge loss',
  aliases: ['margin', 'svm', 'support vector'],
  glyph: 'M2.5 3.5 9 12.5h4.5M9 12.5V8',
  attrs: lossAttrs,

  loss: (x, t) => Math.max(0, 1 - t * x),
  derivatives: [(x, t) => slope(x, t, t), (x, t) => slope(x, t, x)],
  corner(x, t, slot, within) {
    const other = slot === 0 ? t : x;
    if (Math.abs(1 - t * x) > within * Math.abs(other)) return null;
    return other > 0 ? { left: -other, right: 0 } : { left: 0, right: -other };
  },

  decision: { threshold: 0, low: -1 },
  latex: {
    forward: ([x, t], attrs) => `${lossSum(attrs)}\\max\\left(0,\\ 1 - ${factor(t!)}\\,${factor(x!)}\\right)`,
    local: (slot, [x, t], _y, attrs) =>
      `-${lossShare(attrs)}${factor(slot === 0 ? t! : x!)}\\,\\left[${factor(t!)}\\,${factor(x!)} < 1\\right]`,
  },
  intuition: {
    lead: 'Hinge stops at the margin.',
    more: 'A sample on the right side by more than 1 sends nothing back; all others push with the same strength.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html; C. Cortes & V. Vapnik, Mach. Learn. 20 (1995), targets ±1',
  testing: {
    domain: [
      [-0.9, 0.9],
      [-1, 1],
    ],
    ...lossTrials,
  },
});

/** −factor where the margin is violated; 0 beyond it and on it, as relu. */
function slope(x: number, t: number, factor: number): number {
  return 1 - t * x > 0 ? -factor : 0;
}

import { number } from './attributes.ts';
import { numberText, term } from './latex.ts';
import { type LossAttrs, lossAttrs, lossShare, lossSum, lossTrials, pointwiseLoss } from './pointwise-loss.ts';

type Attrs = LossAttrs & { readonly delta: number };

export const huberLoss = pointwiseLoss<Attrs>({
  id: 'huber_loss',
  name: 'Huber loss',
  aliases: ['smooth l1', 'robust'],
  glyph: 'M2.5 3.5 5.5 10c1.5 3.3 3.5 3.3 5 0l3-6.5M8 12.5V8',
  attrs: {
    ...lossAttrs,
    delta: number({ default: 1, above: 0, description: 'Miss at which the square turns into a straight line.' }),
  },

  loss(x, t, { delta }) {
    const miss = Math.abs(x - t);
    return miss <= delta ? 0.5 * miss * miss : delta * (miss - 0.5 * delta);
  },
  derivatives: [(x, t, { delta }) => clipped(x - t, delta), (x, t, { delta }) => clipped(t - x, delta)],

  latex: {
    forward([x, t], attrs) {
      const { delta } = attrs;
      const line = `${delta === 1 ? '' : numberText(delta)}\\left(|d| - ${numberText(delta / 2)}\\right)`;
      const cases = `\\frac12 d^2 & |d| \\le ${numberText(delta)} \\\\ ${line} & \\text{else}`;
      return `${lossSum(attrs)}\\begin{cases}${cases}\\end{cases},\\quad d = ${x} - ${term(t!)}`;
    },
    local: (slot, [x, t], _y, attrs) =>
      `${lossShare(attrs)}\\operatorname{clip}\\left(${slot === 0 ? `${x} - ${term(t!)}` : `${t} - ${term(x!)}`},\\ \\pm ${numberText(attrs.delta)}\\right)`,
  },
  intuition: {
    lead: 'Huber caps the pull.',
    more: 'Near the target it pulls in proportion to the miss; beyond delta the pull stays constant.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.huber_loss.html; P. Huber, Ann. Math. Stat. 35 (1964)',
  testing: { domain: [[-3, 3]], ...lossTrials, attrs: [...lossTrials.attrs, { delta: 0.5 }] },
});

function clipped(difference: number, delta: number): number {
  return Math.min(Math.max(difference, -delta), delta);
}

import { pairwiseSum } from '../kernels/sum.ts';
import { classAt, classRows } from './class-target.ts';
import { defineOp } from './define.ts';
import { factor } from './latex.ts';
import { type LossAttrs, lossAttrs } from './pointwise-loss.ts';

export const nllLoss = defineOp<LossAttrs>({
  id: 'nll_loss',
  name: 'Negative log-likelihood',
  category: 'loss',
  aliases: ['nll', 'log-likelihood', 'surprise'],
  glyph: 'M2.5 13.5h11M3.5 2.5c.4 5.5 3 8 9.5 8.2',
  slots: { names: ['x', 't'], counts: [2] },
  attrs: lossAttrs,
  elementwise: false,

  shape([x, t]) {
    classRows('nll_loss', x!, t!, false);
    return [];
  },
  forward({ attrs, x: [x, t], y }) {
    const { rows, classes } = classRows('nll_loss', x!.shape, t!.shape, false);
    const total = pairwiseSum(0, rows, (row) => x!.data[row * classes + classAt('nll_loss', t!.data, row, classes)]!);
    y.data[0] = attrs.reduction === 'mean' ? -total / rows : -total;
  },
  vjp({ attrs, x: [x, t] }, slot, dy, dx) {
    dx.fill(0);
    if (slot === 1) return; // class indices do not vary
    const { rows, classes } = classRows('nll_loss', x!.shape, t!.shape, false);
    const share = attrs.reduction === 'mean' ? dy[0]! / rows : dy[0]!;
    for (let row = 0; row < rows; row++) dx[row * classes + classAt('nll_loss', t!.data, row, classes)] = -share;
  },

  decision: { threshold: 0.5, low: 0 },
  latex: {
    forward: ([x, t], { reduction }) =>
      `-${reduction === 'mean' ? '\\frac{1}{n}' : ''}\\textstyle\\sum {${factor(x!)}}_{${t}}`,
    local: (slot, [, t], _y, { reduction }) =>
      slot === 1 ? '0' : `-${reduction === 'mean' ? '\\frac{\\bar{y}}{n}' : '\\bar{y}'}\\,e_{${t}}`,
  },
  intuition: {
    lead: 'Likelihood lifts the target.',
    more: 'Only the log-probability of the right class counts, so only it is pushed, upward and evenly.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.nll_loss.html',
  testing: {
    domain: [[-4, -0.1]],
    shapes: [
      [[3], []],
      [[4, 3], [4]],
    ],
    attrs: [{ reduction: 'sum' }],
    classIndices: { 1: 3 },
  },
});

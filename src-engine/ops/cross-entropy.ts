import { exp } from '../kernels/math/exp.ts';
import { logSoftmaxLine } from '../kernels/softmax.ts';
import { pairwiseSum } from '../kernels/sum.ts';
import { classAt, classRows } from './class-target.ts';
import { defineOp, type OpCall } from './define.ts';
import { factor, term } from './latex.ts';
import { type LossAttrs, lossAttrs } from './pointwise-loss.ts';

export const crossEntropy = defineOp<LossAttrs>({
  id: 'cross_entropy',
  name: 'Cross-entropy of logits',
  category: 'loss',
  aliases: ['softmax loss', 'ce', 'classification', 'logits'],
  glyph: 'M3.5 13v-3M8 13v-2M12.5 13V4M10.5 6l2-2.5 2 2.5',
  slots: { names: ['x', 't'], counts: [2] },
  attrs: lossAttrs,
  elementwise: false,

  shape([x, t]) {
    classRows('cross_entropy', x!, t!, true);
    return [];
  },
  /** log softmax of every row. */
  scratch: ([x]) => x!.reduce((size, length) => size * length, 1),
  forward(call) {
    const { attrs, x, y, scratch } = call;
    const { rows, classes, indices } = rowsOf(call);
    for (let row = 0; row < rows; row++)
      logSoftmaxLine(x[0]!.data, scratch, { start: row * classes, length: classes, step: 1 });
    const t = x[1]!.data;
    const total = indices
      ? pairwiseSum(0, rows, (row) => -scratch[row * classes + classAt('cross_entropy', t, row, classes)]!)
      : pairwiseSum(0, t.length, (index) => -t[index]! * scratch[index]!);
    y.data[0] = attrs.reduction === 'mean' ? total / rows : total;
  },
  vjp(call, slot, dy, dx) {
    const { attrs, x, scratch } = call;
    const { rows, classes, indices } = rowsOf(call);
    const t = x[1]!.data;
    const share = attrs.reduction === 'mean' ? dy[0]! / rows : dy[0]!;
    if (slot === 1) {
      if (indices)
        dx.fill(0); // class indices do not vary
      else for (let index = 0; index < dx.length; index++) dx[index] = -share * scratch[index]!;
      return;
    }
    for (let row = 0; row < rows; row++) {
      const start = row * classes;
      let mass = indices ? 1 : 0; // Σ t of the row: 1 for probabilities
      if (!indices) for (let at = start; at < start + classes; at++) mass += t[at]!;
      for (let at = start; at < start + classes; at++) {
        dx[at] = share * (mass * exp(scratch[at]!) - (indices ? 0 : t[at]!));
      }
      if (indices) dx[start + classAt('cross_entropy', t, row, classes)]! -= share;
    }
  },

  decision: { threshold: 0.5, low: 0 },
  latex: {
    forward: ([x, t], { reduction }) =>
      `-${reduction === 'mean' ? '\\frac{1}{n}' : ''}\\textstyle\\sum ${factor(t!)} \\odot \\log \\operatorname{softmax}\\left(${x}\\right)`,
    local: (slot, [x, t], _y, { reduction }) => {
      const share = reduction === 'mean' ? '\\frac{\\bar{y}}{n}' : '\\bar{y}';
      return slot === 0
        ? `${share}\\left(\\operatorname{softmax}\\left(${x}\\right) - ${term(t!)}\\right)`
        : `-${share}\\,\\log \\operatorname{softmax}\\left(${x}\\right)`;
    },
  },
  intuition: {
    lead: 'Probability minus target returns.',
    more: 'The right class is lifted by what it lacks; every other one is lowered by the probability it took.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html',
  testing: {
    domain: [[-3, 3]],
    shapes: [
      [[3], []],
      [[4, 3], [4]],
    ],
    attrs: [{ reduction: 'sum' }],
    classIndices: { 1: 3 },
  },
});

const rowsOf = ({ x }: OpCall<LossAttrs>) => classRows('cross_entropy', x[0]!.shape, x[1]!.shape, true);

import { exp } from '../kernels/math/exp.ts';
import { logSoftmaxLine } from '../kernels/softmax.ts';
import { defineOp } from './define.ts';
import { forEachLine, type LineAttrs, lineAttrs, lineShape, lineTrials } from './line.ts';

export const logSoftmax = defineOp<LineAttrs>({
  id: 'log_softmax',
  name: 'Log-softmax',
  category: 'normalize',
  aliases: ['log probabilities', 'log-likelihood'],
  glyph: 'M3.5 3v3M8 3v9M12.5 3v6M2.5 3h11',
  slots: { names: ['x'], counts: [1] },
  attrs: lineAttrs,
  elementwise: false,

  shape: ([x], attrs) => lineShape('log_softmax', x!, attrs),
  forward(call) {
    forEachLine('log_softmax', call, (line) => logSoftmaxLine(call.x[0]!.data, call.y.data, line));
  },
  vjp(call, _slot, dy, dx) {
    const y = call.y.data;
    forEachLine('log_softmax', call, ({ start, length, step }) => {
      const end = start + length * step;
      let total = 0;
      for (let at = start; at < end; at += step) total += dy[at]!;
      for (let at = start; at < end; at += step) dx[at] = dy[at]! - exp(y[at]!) * total;
    });
  },

  latex: {
    forward: ([x]) => `${x} - \\log \\textstyle\\sum e^{${x}}`,
    local: (_slot, _x, y) => `\\bar{y} - e^{${y}} \\textstyle\\sum \\bar{y}`,
  },
  intuition: {
    lead: 'Log-softmax subtracts the competition.',
    more: 'Each entry keeps its own gradient and pays its probability times what the whole line received.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html',
  testing: { domain: [[-3, 3]], ...lineTrials },
});

import { softmaxLine } from '../kernels/softmax.ts';
import { defineOp } from './define.ts';
import { forEachLine, type LineAttrs, lineAttrs, lineShape, lineTrials } from './line.ts';

export const softmax = defineOp<LineAttrs>({
  id: 'softmax',
  name: 'Softmax',
  category: 'normalize',
  aliases: ['probabilities', 'normalized exponential', 'Boltzmann'],
  glyph: 'M3.5 13v-2M8 13V4M12.5 13V9',
  slots: { names: ['x'], counts: [1] },
  attrs: lineAttrs,
  elementwise: false,

  shape: ([x], attrs) => lineShape('softmax', x!, attrs),
  forward(call) {
    forEachLine('softmax', call, (line) => softmaxLine(call.x[0]!.data, call.y.data, line));
  },
  vjp(call, _slot, dy, dx) {
    const y = call.y.data;
    forEachLine('softmax', call, ({ start, length, step }) => {
      const end = start + length * step;
      let weighted = 0; // Σ dy · y: what the whole line loses when one entry gains
      for (let at = start; at < end; at += step) weighted += dy[at]! * y[at]!;
      for (let at = start; at < end; at += step) dx[at] = y[at]! * (dy[at]! - weighted);
    });
  },

  latex: {
    forward: ([x]) => `\\frac{e^{${x}}}{\\textstyle\\sum e^{${x}}}`,
    local: (_slot, _x, y) => `${y} \\odot \\left(\\bar{y} - \\textstyle\\sum \\bar{y} \\odot ${y}\\right)`,
  },
  intuition: {
    lead: 'Softmax makes entries compete.',
    more: 'The shares add up to 1, so an entry gains only what pulls on it more than on the average of the others.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html; J. Bridle (1990)',
  testing: { domain: [[-3, 3]], ...lineTrials },
});

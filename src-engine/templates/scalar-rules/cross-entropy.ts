import { classRows } from '../../ops/class-target.ts';
import type { LossAttrs } from '../../ops/pointwise-loss.ts';
import { defineScalarRule } from './define.ts';
import { exponentialsOf } from './exponentials.ts';
import { isClass, settled } from './loss-rules.ts';

export const crossEntropy = defineScalarRule<LossAttrs>({
  op: 'cross_entropy',
  build(tools) {
    const {
      x: [x, t],
      gate,
      sum,
    } = tools;
    const { rows, classes, indices } = classRows('cross_entropy', x!.shape, t!.shape, true);
    const losses = Array.from({ length: rows }, (_, row) => {
      const scores = x!.ids.slice(row * classes, (row + 1) * classes);
      const { shifted, total } = exponentialsOf(scores, tools, []);
      const log = gate('log', [total]);
      const terms = shifted.map((each, index) => {
        const share = indices ? isClass(t!.ids[row]!, index, tools) : t!.ids[row * classes + index]!;
        return gate('mul', [share, gate('sub', [log, each])]);
      });
      return sum(terms);
    });
    return [settled(losses, tools)];
  },
});

import { classRows } from '../../ops/class-target.ts';
import type { LossAttrs } from '../../ops/pointwise-loss.ts';
import { defineScalarRule } from './define.ts';
import { isClass, settled } from './loss-rules.ts';

export const nllLoss = defineScalarRule<LossAttrs>({
  op: 'nll_loss',
  build(tools) {
    const {
      x: [x, t],
      gate,
      sum,
    } = tools;
    const { rows, classes } = classRows('nll_loss', x!.shape, t!.shape, false);
    const losses = Array.from({ length: rows }, (_, row) => {
      const terms = Array.from({ length: classes }, (_each, index) =>
        gate('mul', [isClass(t!.ids[row]!, index, tools), x!.ids[row * classes + index]!]),
      );
      return gate('neg', [sum(terms)]);
    });
    return [settled(losses, tools)];
  },
});

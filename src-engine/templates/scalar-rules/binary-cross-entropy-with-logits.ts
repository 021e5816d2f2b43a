import { pairRule } from './loss-rules.ts';

/** The same gate for every pair: its cases keep what elementary gates would round away. */
export const binaryCrossEntropyWithLogits = pairRule('binary_cross_entropy_with_logits', (x, t, { gate, attrs }) =>
  gate('binary_cross_entropy_with_logits', [x, t], undefined, { ...attrs, reduction: 'sum' }),
);

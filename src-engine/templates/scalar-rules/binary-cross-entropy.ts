import { pairRule } from './loss-rules.ts';

/** The same gate for every pair: its cases keep what elementary gates would round away. */
export const binaryCrossEntropy = pairRule('binary_cross_entropy', (x, t, { gate, attrs }) =>
  gate('binary_cross_entropy', [x, t], undefined, { ...attrs, reduction: 'sum' }),
);

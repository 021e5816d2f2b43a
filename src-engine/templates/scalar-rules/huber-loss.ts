import { pairRule } from './loss-rules.ts';

/** The same gate for every pair: its cases keep what elementary gates would round away. */
export const huberLoss = pairRule('huber_loss', (x, t, { gate, attrs }) =>
  gate('huber_loss', [x, t], undefined, { ...attrs, reduction: 'sum' }),
);

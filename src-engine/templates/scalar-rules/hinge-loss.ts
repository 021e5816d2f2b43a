import { pairRule } from './loss-rules.ts';

export const hingeLoss = pairRule('hinge_loss', (x, t, { gate, constant }) =>
  gate('relu', [gate('sub', [constant(1), gate('mul', [t, x])])]),
);

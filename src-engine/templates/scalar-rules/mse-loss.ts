import { pairRule } from './loss-rules.ts';

export const mseLoss = pairRule('mse_loss', (x, t, { gate }) => gate('square', [gate('sub', [x, t])]));

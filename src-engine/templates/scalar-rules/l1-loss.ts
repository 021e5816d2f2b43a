import { pairRule } from './loss-rules.ts';

export const l1Loss = pairRule('l1_loss', (x, t, { gate }) => gate('abs', [gate('sub', [x, t])]));

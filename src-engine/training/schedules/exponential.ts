import { pow } from '../../kernels/math/pow.ts';
import { number } from '../../ops/attributes.ts';
import { defineSchedule } from './define.ts';

export const exponential = defineSchedule<{ readonly gamma: number }>({
  id: 'exponential',
  name: 'Exponential',
  description: 'Every epoch the learning rate is multiplied by a factor.',
  options: { gamma: number({ default: 0.95, min: 0, description: 'The factor.' }) },
  factor: ({ gamma }, epoch) => pow(gamma, epoch),
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html',
});

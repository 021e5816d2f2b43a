import { pow } from '../../kernels/math/pow.ts';
import { integer, number } from '../../ops/attributes.ts';
import { defineSchedule } from './define.ts';

export const step = defineSchedule<{ readonly stepSize: number; readonly gamma: number }>({
  id: 'step',
  name: 'Steps',
  description: 'Every so many epochs the learning rate is multiplied by a factor.',
  options: {
    stepSize: integer({ default: 30, min: 1, description: 'Epochs between two drops.' }),
    gamma: number({ default: 0.1, min: 0, description: 'The factor.' }),
  },
  factor: ({ stepSize, gamma }, epoch) => pow(gamma, Math.floor(epoch / stepSize)),
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html',
});

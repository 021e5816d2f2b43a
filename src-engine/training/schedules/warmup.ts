import { integer, number } from '../../ops/attributes.ts';
import { defineSchedule } from './define.ts';

export const warmup = defineSchedule<{ readonly warmupEpochs: number; readonly start: number }>({
  id: 'warmup',
  name: 'Warm-up',
  description: 'The learning rate grows in even steps to its full size and stays there.',
  options: {
    warmupEpochs: integer({ default: 5, min: 1, description: 'Epochs until it is full.' }),
    start: number({ default: 1 / 3, min: 0, max: 1, description: 'Share of it in the first epoch.' }),
  },
  factor: ({ warmupEpochs, start }, epoch) => start + (1 - start) * Math.min(1, epoch / warmupEpochs),
  source:
    'https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html; Goyal et al., arXiv:1706.02677',
});

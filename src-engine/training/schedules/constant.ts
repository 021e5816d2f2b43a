import { defineSchedule } from './define.ts';

export const constant = defineSchedule<Record<never, never>>({
  id: 'constant',
  name: 'Constant',
  description: 'The learning rate stays as it is.',
  options: {},
  factor: () => 1,
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html',
});

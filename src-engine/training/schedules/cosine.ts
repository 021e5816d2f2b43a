import { cos } from '../../kernels/math/sin-cos.ts';
import { integer, number } from '../../ops/attributes.ts';
import { defineSchedule } from './define.ts';

export const cosine = defineSchedule<{ readonly period: number; readonly lowest: number }>({
  id: 'cosine',
  name: 'Cosine',
  description: 'The learning rate falls along half a cosine, from all of it to its lowest share.',
  options: {
    period: integer({ default: 0, min: 0, description: 'Epochs the fall takes; 0 for all epochs of the run.' }),
    lowest: number({ default: 0, min: 0, max: 1, description: 'Share of the learning rate at the end.' }),
  },
  /** lowest + (1 − lowest)(1 + cos(π · epoch / period)) / 2. */
  factor({ period, lowest }, epoch, epochs) {
    const span = period === 0 ? Math.max(1, epochs) : period;
    return lowest + ((1 - lowest) * (1 + cos((Math.PI * Math.min(epoch, span)) / span))) / 2;
  },
  source:
    'Loshchilov & Hutter, arXiv:1608.03983; https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html',
});

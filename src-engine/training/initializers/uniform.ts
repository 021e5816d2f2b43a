import { number } from '../../ops/attributes.ts';
import { defineInitializer, fillUniform } from './define.ts';

export const uniform = defineInitializer<{ readonly min: number; readonly max: number }>({
  id: 'uniform',
  name: 'Uniform',
  description: 'Even between two bounds, biases too.',
  options: {
    min: number({ default: -1, description: 'Lower bound.' }),
    max: number({ default: 1, description: 'Upper bound.' }),
  },
  weights: ({ min, max }, _fans, random, into) => fillUniform(into, min, max, random),
  biases: ({ min, max }, random, into) => fillUniform(into, min, max, random),
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.uniform_',
});

import { choice } from '../../ops/attributes.ts';
import { defineInitializer, fillNormal, fillUniform } from './define.ts';

export const xavier = defineInitializer<{ readonly distribution: 'uniform' | 'normal' }>({
  id: 'xavier',
  name: 'Xavier',
  description: 'Keeps the spread of values and gradients from layer to layer; made for sigmoid and tanh. Biases are 0.',
  options: {
    distribution: choice(['uniform', 'normal'], { default: 'uniform', description: 'Shape of the draws.' }),
  },
  /** Variance 2 / (in + out). */
  weights({ distribution }, fans, random, into) {
    const total = fans.in + fans.out;
    const bound = Math.sqrt(6 / total);
    if (distribution === 'uniform') fillUniform(into, -bound, bound, random);
    else fillNormal(into, 0, Math.sqrt(2 / total), random);
  },
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_uniform_; Glorot & Bengio, AISTATS 2010',
});

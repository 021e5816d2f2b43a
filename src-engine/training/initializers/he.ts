import { choice } from '../../ops/attributes.ts';
import { defineInitializer, fillNormal, fillUniform } from './define.ts';

export const he = defineInitializer<{ readonly distribution: 'uniform' | 'normal' }>({
  id: 'he',
  name: 'He',
  description: 'Keeps the spread of values where ReLU silences half the units. Biases are 0.',
  options: {
    distribution: choice(['uniform', 'normal'], { default: 'normal', description: 'Shape of the draws.' }),
  },
  /** Variance 2 / in. */
  weights({ distribution }, fans, random, into) {
    const bound = Math.sqrt(6 / fans.in);
    if (distribution === 'uniform') fillUniform(into, -bound, bound, random);
    else fillNormal(into, 0, Math.sqrt(2 / fans.in), random);
  },
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.kaiming_normal_; He et al., arXiv:1502.01852',
});

import { boolean, number } from '../../ops/attributes.ts';
import { defineInitializer, fillNormal } from './define.ts';

type Options = { readonly mean: number; readonly std: number; readonly biases: boolean };

export const normal = defineInitializer<Options>({
  id: 'normal',
  name: 'Normal',
  description: 'A bell around a mean.',
  options: {
    mean: number({ default: 0, description: 'Mean.' }),
    std: number({ default: 1, min: 0, description: 'Standard deviation.' }),
    biases: boolean({ default: true, description: 'Whether biases are drawn too; zeros otherwise.' }),
  },
  weights: ({ mean, std }, _fans, random, into) => fillNormal(into, mean, std, random),
  biases: ({ mean, std, biases }, random, into) => (biases ? fillNormal(into, mean, std, random) : void into.fill(0)),
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.normal_',
});

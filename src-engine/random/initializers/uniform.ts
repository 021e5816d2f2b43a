import { defineInitializer } from './define.ts';

export const uniform = defineInitializer({
  id: 'uniform',
  name: 'Uniform',
  formula: 'w \\sim U(-s, s)',
  description: 'Evenly between −scale and scale, whatever the size of the layer.',
  draw:
    ({ uniform: next }, _fans, scale) =>
    () =>
      scale * (2 * next() - 1),
  deviation: (_fans, scale) => scale / Math.sqrt(3),
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.uniform_',
});

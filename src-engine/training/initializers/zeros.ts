import { defineInitializer } from './define.ts';

export const zeros = defineInitializer<Record<never, never>>({
  id: 'zeros',
  name: 'Zeros',
  description: 'All units of a layer stay equal: nothing tells them apart.',
  options: {},
  weights: (_options, _fans, _random, into) => {
    into.fill(0);
  },
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.zeros_',
});

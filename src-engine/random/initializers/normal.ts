import { defineInitializer } from './define.ts';

export const normal = defineInitializer({
  id: 'normal',
  name: 'Normal',
  formula: 'w \\sim N(0, s^2)',
  description: 'A bell of standard deviation scale: 0.01 lets deep signals vanish, 1 saturates sigmoids.',
  draw:
    ({ normal: next }, _fans, scale) =>
    () =>
      scale * next(),
  deviation: (_fans, scale) => scale,
  source: 'https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.normal_',
});

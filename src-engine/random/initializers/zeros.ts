import { defineInitializer } from './define.ts';

export const zeros = defineInitializer({
  id: 'zeros',
  name: 'Zeros',
  formula: 'w = 0',
  description: 'All units of a layer stay alike for ever: shows why weights are drawn at random.',
  draw: () => () => 0,
  deviation: () => 0,
  source: 'Goodfellow, Bengio & Courville, Deep Learning (2016), 8.4: "break symmetry"',
});

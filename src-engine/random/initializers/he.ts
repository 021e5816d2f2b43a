import { defineInitializer, type Fans } from './define.ts';

const spread = ({ fanIn }: Fans, scale: number) => scale * Math.sqrt(2 / fanIn);

export const he = defineInitializer({
  id: 'he',
  name: 'He',
  formula: 'w \\sim N(0, 2 s^2 / n)',
  description: 'Makes up for the half of the units that ReLU silences; for ReLU and its kin.',
  draw: ({ normal }, fans, scale) => {
    const deviation = spread(fans, scale);
    return () => deviation * normal();
  },
  deviation: spread,
  source: 'He, Zhang, Ren & Sun, arXiv:1502.01852, equation 10; torch.nn.init.kaiming_normal_',
});

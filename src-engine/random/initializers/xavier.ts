import { defineInitializer, type Fans } from './define.ts';

const bound = ({ fanIn, fanOut }: Fans, scale: number) => scale * Math.sqrt(6 / (fanIn + fanOut));

export const xavier = defineInitializer({
  id: 'xavier',
  name: 'Xavier',
  formula: 'w \\sim U(-a, a),\\quad a = s\\sqrt{6 / (n + m)}',
  description: 'Keeps the spread of values and gradients from layer to layer; for sigmoid and tanh.',
  draw: ({ uniform }, fans, scale) => {
    const a = bound(fans, scale);
    return () => a * (2 * uniform() - 1);
  },
  deviation: (fans, scale) => bound(fans, scale) / Math.sqrt(3),
  source: 'Glorot & Bengio, AISTATS (2010), equation 16; torch.nn.init.xavier_uniform_',
});

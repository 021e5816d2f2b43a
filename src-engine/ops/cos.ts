import { cos as cosine, sin } from '../kernels/math/sin-cos.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const cos = unary({
  id: 'cos',
  name: 'Cosine',
  category: 'functions',
  aliases: ['cos', 'wave', 'trigonometry'],
  glyph: 'M2 4.5c3 0 3 7.5 6 7.5s3-7.5 6-7.5',
  y: cosine,
  dydx: (x) => -sin(x),
  latex: {
    forward: ([x]) => `\\cos ${factor(x!)}`,
    local: (_slot, [x]) => `-\\sin ${factor(x!)}`,
  },
  intuition: {
    lead: 'Cosine is flat at zero.',
    more: 'There it passes no gradient, a quarter turn on it passes all of it with the sign turned.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.cos.html',
});

import { cos, sin as sine } from '../kernels/math/sin-cos.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const sin = unary({
  id: 'sin',
  name: 'Sine',
  category: 'functions',
  aliases: ['sin', 'wave', 'trigonometry'],
  glyph: 'M2 8c2-6.5 4-6.5 6 0s4 6.5 6 0',
  y: sine,
  dydx: (x) => cos(x),
  latex: {
    forward: ([x]) => `\\sin ${factor(x!)}`,
    local: (_slot, [x]) => `\\cos ${factor(x!)}`,
  },
  intuition: { lead: 'Sine comes and goes.', more: 'On its slopes the gradient passes; on its crests it vanishes.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.sin.html',
});

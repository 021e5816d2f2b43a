import { sigmoid, softplus as smoothRamp } from '../kernels/math/sigmoid.ts';
import { number } from './attributes.ts';
import { unary } from './elementwise.ts';
import { factor, numberText } from './latex.ts';

type Attrs = { readonly beta: number; readonly threshold: number };

export const softplus = unary<Attrs>({
  id: 'softplus',
  name: 'Softplus',
  category: 'activations',
  aliases: ['smooth relu', 'log(1+e^x)'],
  glyph: 'M2 12.5c5 0 6-1 11.5-8.5',
  attrs: {
    beta: number({ default: 1, above: 0, description: 'How sharply it bends.' }),
    threshold: number({ default: 20, description: 'Where beta · x is above it, the result is x itself.' }),
  },
  y: (x, { beta, threshold }) => (beta * x > threshold ? x : smoothRamp(beta * x) / beta),
  dydx: (x, _y, { beta, threshold }) => (beta * x > threshold ? 1 : sigmoid(beta * x)),
  // The value jumps there too: by 2e-9 with the defaults
  corners: ({ beta, threshold }) => [{ at: threshold / beta, left: sigmoid(threshold), right: 1 }],
  latex: {
    forward: ([x], { beta }) =>
      beta === 1
        ? `\\ln\\left(1 + e^{${x}}\\right)`
        : `\\tfrac{1}{${numberText(beta)}}\\ln\\left(1 + e^{${numberText(beta)}\\,${factor(x!)}}\\right)`,
    local: (_slot, [x], _y, { beta }) =>
      `\\sigma\\left(${beta === 1 ? x : `${numberText(beta)}\\,${factor(x!)}`}\\right)`,
  },
  intuition: {
    lead: 'Softplus opens gradually.',
    more: 'It passes the sigmoid of its input: all far above zero, nothing far below.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.softplus.html',
  testing: { attrs: [{ beta: 2 }, { beta: 0.5, threshold: 1 }] },
});

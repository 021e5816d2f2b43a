import { normalDensity, normalShare } from '../kernels/math/normal.ts';
import { sigmoid, sigmoidSlope } from '../kernels/math/sigmoid.ts';
import { choice } from './attributes.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

type Attrs = { readonly approximate: 'none' | 'tanh' };

const rootOfTwoOverPi = 0.7978845608028654;
const cubic = 0.044715;

/** ½(1 + tanh u) = σ(2u), which keeps its digits in the left tail. */
const bend = (x: number) => rootOfTwoOverPi * (x + cubic * x * x * x);

export const gelu = unary<Attrs>({
  id: 'gelu',
  name: 'GELU',
  category: 'activations',
  aliases: ['gaussian error linear'],
  glyph: 'M2 10.5c3.5 0 4 2 6 2s3.5-5 5.5-9.5',
  attrs: {
    approximate: choice(['none', 'tanh'], { default: 'none', description: 'The exact curve, or its form with tanh.' }),
  },
  y(x, { approximate }) {
    if (x === Number.NEGATIVE_INFINITY) return 0;
    return x * (approximate === 'none' ? normalShare(x) : sigmoid(2 * bend(x)));
  },
  dydx(x, _y, { approximate }) {
    if (approximate === 'none') {
      const density = normalDensity(x);
      return density === 0 ? normalShare(x) : normalShare(x) + x * density;
    }
    const share = sigmoid(2 * bend(x));
    const slope = sigmoidSlope(2 * bend(x));
    return slope === 0 ? share : share + x * slope * 2 * rootOfTwoOverPi * (1 + 3 * cubic * x * x);
  },
  latex: {
    forward: ([x], { approximate }) =>
      approximate === 'none'
        ? `${factor(x!)}\\,\\Phi\\left(${x}\\right)`
        : `\\tfrac{1}{2}${factor(x!)}\\left(1 + \\tanh\\left(\\sqrt{\\tfrac{2}{\\pi}}\\left(${x} + 0.044715\\,${factor(x!)}^3\\right)\\right)\\right)`,
    local: (_slot, [x], _y, { approximate }) =>
      approximate === 'none'
        ? `\\Phi\\left(${x}\\right) + ${factor(x!)}\\,\\varphi\\left(${x}\\right)`
        : `s + 2${factor(x!)}\\,s\\left(1 - s\\right)u', \\quad s = \\sigma\\left(2u\\right),\\; u = \\sqrt{\\tfrac{2}{\\pi}}\\left(${x} + 0.044715\\,${factor(x!)}^3\\right)`,
  },
  intuition: {
    lead: 'GELU gates by rank.',
    more: 'The input passes as far as it stands above the crowd: the share of a normal distribution below it.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.gelu.html; Hendrycks & Gimpel, arXiv:1606.08415',
  testing: { attrs: [{ approximate: 'tanh' }] },
});

import { sigmoid, softplus, tanhSlope } from '../kernels/math/sigmoid.ts';
import { tanh } from '../kernels/math/tanh.ts';
import { unary } from './elementwise.ts';
import { factor } from './latex.ts';

export const mish = unary({
  id: 'mish',
  name: 'Mish',
  category: 'activations',
  aliases: ['smooth activation'],
  glyph: 'M2 10c3 0 4.5 2.5 6 2.5s3-5.5 5.5-9.5',
  y: (x) => (x === Number.NEGATIVE_INFINITY ? 0 : x * tanh(softplus(x))),
  dydx(x) {
    const ramp = softplus(x);
    const slope = tanhSlope(ramp) * sigmoid(x);
    return slope === 0 ? tanh(ramp) : tanh(ramp) + x * slope;
  },
  latex: {
    forward: ([x]) => `${factor(x!)}\\tanh\\left(\\ln\\left(1 + e^{${x}}\\right)\\right)`,
    local: (_slot, [x]) =>
      `t + ${factor(x!)}\\left(1 - t^2\\right)\\sigma\\left(${x}\\right), \\quad t = \\tanh\\left(\\ln\\left(1 + e^{${x}}\\right)\\right)`,
  },
  intuition: {
    lead: 'Mish gates itself softly.',
    more: 'Close to SiLU: mostly open above zero, a shallow dip below, smooth everywhere.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.mish.html; Misra, BMVC 2020',
});

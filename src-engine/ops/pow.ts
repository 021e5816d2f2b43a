import { log } from '../kernels/math/log.ts';
import { pow as power } from '../kernels/math/pow.ts';
import { binary } from './elementwise.ts';
import { factor } from './latex.ts';

export const pow = binary({
  id: 'pow',
  name: 'Power',
  category: 'arithmetic',
  aliases: ['power', '^', 'exponent', 'x^n'],
  glyph: 'm2.5 6.5 6 7M8.5 6.5l-6 7M10.5 2.5h3l-3 4h3',
  y: power,
  dyda: (a, b) => (b === 0 ? 0 : b * power(a, b - 1)),
  dydb: (a, b, y) => (a === 0 && b >= 0 ? 0 : y * log(a)),
  corner(a, b, slot, within) {
    if (slot === 1) return a < 0 || (a === 0 && Math.abs(b) <= within) ? { left: Number.NaN, right: Number.NaN } : null;
    if (Math.abs(a) > within || (Number.isInteger(b) && b >= 0)) return null;
    return { left: Number.NaN, right: b < 0 ? Number.NaN : b < 1 ? Number.POSITIVE_INFINITY : 0 };
  },
  latex: {
    forward: ([a, b]) => `${factor(a!)}^{${b}}`,
    local: (slot, [a, b], y) =>
      slot === 0 ? `${factor(b!)} \\, ${factor(a!)}^{${b} - 1}` : `${factor(y)} \\ln ${factor(a!)}`,
  },
  intuition: {
    lead: 'Power brings down.',
    more: 'The exponent comes down as a factor, and the base keeps one power less.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.pow.html',
  testing: {
    domain: [
      [0.3, 3],
      [-2, 3],
    ],
  },
});

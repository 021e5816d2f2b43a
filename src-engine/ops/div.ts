import { binary } from './elementwise.ts';
import { factor } from './latex.ts';

export const div = binary({
  id: 'div',
  name: 'Divide',
  category: 'arithmetic',
  aliases: ['over', '÷', '/', 'quotient', 'ratio'],
  glyph: 'M3 8h10M8 4v.1M8 12v.1',
  y: (a, b) => a / b,
  dyda: (_a, b) => 1 / b,
  dydb: (_a, b, y) => -y / b,
  corner: (_a, b, _slot, within) => (Math.abs(b) <= within ? { left: Number.NaN, right: Number.NaN } : null),
  latex: {
    forward: ([a, b]) => `\\frac{${a}}{${b}}`,
    local: (slot, [a, b]) => (slot === 0 ? `\\frac{1}{${b}}` : `-\\frac{${a}}{${factor(b!)}^2}`),
  },
  intuition: { lead: 'Divide shares out.', more: 'The larger the divisor, the less either input can move the result.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.div.html',
  testing: {
    domain: [
      [-3, 3],
      [0.5, 3],
    ],
  },
});

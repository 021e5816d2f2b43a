import { variadic } from './elementwise.ts';
import { factor } from './latex.ts';

export const mul = variadic({
  id: 'mul',
  name: 'Multiply',
  category: 'arithmetic',
  aliases: ['times', '×', '*', 'product', '·'],
  glyph: 'm4 4 8 8M12 4l-8 8',
  fold: (y, x) => y * x,
  dydx(x, slot, count) {
    let others = 1;
    for (let other = 0; other < count; other++) if (other !== slot) others *= x[other]!;
    return others;
  },
  latex: {
    forward: (x) => x.map(factor).join(' \\cdot '),
    local: (slot, x) =>
      x
        .filter((_, other) => other !== slot)
        .map(x.length === 2 ? String : factor)
        .join(' \\cdot '),
  },
  intuition: { lead: 'Multiply swaps.', more: 'Each input receives the other one, times what arrives.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.mul.html',
});

import { variadic } from './elementwise.ts';
import { extremeCorner, extremeShare } from './extreme.ts';

export const maximum = variadic({
  id: 'maximum',
  name: 'Maximum',
  category: 'functions',
  aliases: ['max', 'larger', 'largest'],
  glyph: 'M3 12 6 6l2.5 3.5L13 3.5',
  fold: Math.max,
  dydx: extremeShare,
  corner: extremeCorner(Math.max, { left: 0, right: 1 }),
  selects: true,
  latex: {
    forward: (x) => `\\max\\left(${x.join(', ')}\\right)`,
    local: (slot, x, y) => `\\left[${x[slot]} = ${y}\\right]`,
  },
  intuition: {
    lead: 'Maximum routes.',
    more: 'The largest input receives everything, the others nothing; those that tie share evenly.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.maximum.html',
});

import { variadic } from './elementwise.ts';
import { extremeCorner, extremeShare } from './extreme.ts';

export const minimum = variadic({
  id: 'minimum',
  name: 'Minimum',
  category: 'functions',
  aliases: ['min', 'smaller', 'smallest'],
  glyph: 'M3 4l3 6 2.5-3.5 4.5 6',
  fold: Math.min,
  dydx: extremeShare,
  corner: extremeCorner(Math.min, { left: 1, right: 0 }),
  selects: true,
  latex: {
    forward: (x) => `\\min\\left(${x.join(', ')}\\right)`,
    local: (slot, x, y) => `\\left[${x[slot]} = ${y}\\right]`,
  },
  intuition: {
    lead: 'Minimum routes.',
    more: 'The smallest input receives everything, the others nothing; those that tie share evenly.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.minimum.html',
});

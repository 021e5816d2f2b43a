import { binary } from './elementwise.ts';
import { term } from './latex.ts';

export const sub = binary({
  id: 'sub',
  name: 'Subtract',
  category: 'arithmetic',
  aliases: ['minus', '−', '-', 'difference'],
  glyph: 'M3 8h10',
  y: (a, b) => a - b,
  dyda: () => 1,
  dydb: () => -1,
  latex: {
    forward: ([a, b]) => `${a} - ${term(b!)}`,
    local: (slot) => (slot === 0 ? '1' : '-1'),
  },
  intuition: {
    lead: 'Subtract flips one.',
    more: 'The first input receives the gradient unchanged, the second with its sign turned.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.sub.html',
});

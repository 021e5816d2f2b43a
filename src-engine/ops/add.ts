import { variadic } from './elementwise.ts';
import { term } from './latex.ts';

export const add = variadic({
  id: 'add',
  name: 'Add',
  category: 'arithmetic',
  aliases: ['plus', '+', 'sum', 'total'],
  glyph: 'M8 3v10M3 8h10',
  fold: (y, x) => y + x,
  dydx: () => 1,
  latex: {
    forward: (x) => x.map((each, slot) => (slot === 0 ? each : term(each))).join(' + '),
    local: () => '1',
  },
  intuition: { lead: 'Add distributes.', more: 'Every input receives the arriving gradient unchanged.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.add.html',
});

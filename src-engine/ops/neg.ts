import { unary } from './elementwise.ts';
import { term } from './latex.ts';

export const neg = unary({
  id: 'neg',
  name: 'Negate',
  category: 'arithmetic',
  aliases: ['minus', 'negative', '−', 'opposite'],
  glyph: 'M2 8h4M9 8h5M11.5 5.5v5',
  y: (x) => -x,
  dydx: () => -1,
  latex: {
    forward: ([x]) => `-${term(x!)}`,
    local: () => '-1',
  },
  intuition: { lead: 'Negate turns around.', more: 'What arrives is passed on with the opposite sign.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.neg.html',
});

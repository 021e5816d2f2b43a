import { opened } from './opened.ts';

export const openedSigmoid = opened({
  id: 'opened-sigmoid',
  name: 'Opened sigmoid',
  symbol: 'σ',
  aliases: ['logistic', 'sigmoid gates', 'σ'],
  glyph: 'M2 12.5c7 0 5-9 12-9M2 3.5h3M11 12.5h3',
  build({ gate, one }, x) {
    const n = gate('n', 'neg', [x], { column: 1, row: 0, label: '−x' });
    const e = gate('e', 'exp', [n], { column: 2, row: 0 });
    const s = gate('s', 'add', [e, one({ column: 2, row: 1 })], { column: 3, row: 0, label: '1 + e' });
    return gate('h', 'reciprocal', [s], { column: 4, row: 0, label: 'σ' });
  },
  intuition: {
    lead: 'Four slopes make (1 − σ)σ.',
    more: 'The product of −1/s², 1, e and −1 is the sigmoid times what it lacks to 1: the merged gate needs its output alone.',
  },
  source: 'Stanford CS231n, "Backpropagation, Intuitions": sigmoid example',
});

import { opened } from './opened.ts';

export const openedTanh = opened({
  id: 'opened-tanh',
  name: 'Opened tanh',
  symbol: 'tanh',
  aliases: ['hyperbolic tangent gates'],
  glyph: 'M2 13c9 0 3-10 12-10M2 3.5h3M11 12.5h3',
  build({ gate }, x) {
    const p = gate('p', 'exp', [x], { column: 1, row: 0, label: 'eˣ' });
    const n = gate('n', 'neg', [x], { column: 1, row: 1, label: '−x' });
    const q = gate('q', 'exp', [n], { column: 2, row: 1, label: 'e⁻ˣ' });
    const d = gate('d', 'sub', [p, q], { column: 3, row: 0, label: 'eˣ − e⁻ˣ' });
    const s = gate('s', 'add', [p, q], { column: 3, row: 1, label: 'eˣ + e⁻ˣ' });
    return gate('y', 'div', [d, s], { column: 4, row: 0, label: 'tanh' });
  },
  intuition: {
    lead: 'Four paths make 1 − tanh².',
    more: 'Both exponentials feed numerator and denominator; the paths add up to one slope that the output alone tells.',
  },
  source: 'LeCun et al., "Efficient BackProp" (1998), 4.4',
});

import { opened } from './opened.ts';

export const openedSoftplus = opened({
  id: 'opened-softplus',
  name: 'Opened softplus',
  symbol: 'softplus',
  aliases: ['softplus gates', 'smooth relu'],
  glyph: 'M2 12.5c5 0 6-1 11.5-8.5M2 3.5h3M11 12.5h3',
  build({ gate, one }, x) {
    const e = gate('e', 'exp', [x], { column: 1, row: 0, label: 'eˣ' });
    const s = gate('s', 'add', [e, one({ column: 1, row: 1 })], { column: 2, row: 0, label: '1 + eˣ' });
    return gate('y', 'log', [s], { column: 3, row: 0, label: 'softplus' });
  },
  intuition: {
    lead: 'Its slope is the sigmoid.',
    more: 'e · 1/(1 + e) is σ(x): softplus is the smooth ReLU whose switch is a sigmoid.',
  },
  source: 'Glorot, Bordes & Bengio, AISTATS (2011)',
});

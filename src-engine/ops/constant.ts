import { type LeafAttrs, leaf } from './leaf.ts';

export const constant = leaf<LeafAttrs>({
  leaf: 'constant',
  name: 'Constant',
  aliases: ['number', 'fixed', 'literal'],
  glyph: 'M5.5 4h5M5.5 12h5M8 4v8',
  attrs: {},
  intuition: {
    lead: 'Constant stays put.',
    more: 'A gradient may arrive, but nothing is changed by it.',
  },
});

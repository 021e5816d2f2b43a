import { type LeafAttrs, leaf } from './leaf.ts';

export const input = leaf<LeafAttrs>({
  leaf: 'input',
  name: 'Input',
  aliases: ['data', 'x', 'feature', 'variable'],
  glyph: 'M2 8h8M7 5l3 3-3 3M13 4v8',
  attrs: {},
  intuition: {
    lead: 'Input only reports.',
    more: 'Its gradient says how the data would have to change; no step is taken along it.',
  },
});

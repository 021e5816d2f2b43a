import { boolean } from './attributes.ts';
import { type LeafAttrs, leaf } from './leaf.ts';

type Attrs = LeafAttrs & { readonly trainable: boolean; readonly decay: boolean };

export const parameter = leaf<Attrs>({
  leaf: 'parameter',
  name: 'Parameter',
  aliases: ['weight', 'bias', 'w', 'θ', 'trainable'],
  glyph: 'M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM2.5 8H6M10 8h3.5',
  attrs: {
    trainable: boolean({ default: true, description: 'Whether training moves it; a frozen one keeps its value.' }),
    decay: boolean({ default: true, description: 'Whether regularization acts on it; usually not on biases.' }),
  },
  intuition: {
    lead: 'Parameter learns.',
    more: 'Training moves it a small step against its gradient, which is the sum of everything that arrives.',
  },
});

import { number } from './attributes.ts';
import { affineShape, normalization } from './normalization.ts';

type Attrs = { readonly eps: number };

export const layerNorm = normalization<Attrs>({
  id: 'layer_norm',
  name: 'Layer norm',
  aliases: ['layer normalization', 'standardize rows'],
  glyph: 'M2.5 4h11M2.5 12h11M2.5 8h2l2-2 3 4 2-2h2',
  attrs: {
    eps: number({
      default: 1e-5,
      min: 0,
      description: 'Added to the variance, so that equal entries do not divide by zero.',
    }),
  },

  axes: (x) => [x.length - 1],
  fixed: () => null,
  shape: (x) => affineShape('layer_norm', x, 1),

  intuition: {
    lead: 'Layer norm removes drift.',
    more: 'Shifting or stretching a row changes nothing, so those two directions are taken out of its gradient.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html; Ba, Kiros & Hinton, arXiv:1607.06450',
  testing: {
    domain: [[-3, 3]],
    shapes: [[[4]], [[2, 4]], [[2, 3], [3], [3]], [[2, 2, 3], [3], [3]]],
    attrs: [{ eps: 0.1 }],
  },
});

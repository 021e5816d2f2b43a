import { defineTemplate } from './define.ts';
import { buildNetwork, countNetwork, type Network } from './network.ts';
import { biasOption, type StartOptions, startOptions, unitsOption } from './options.ts';

type Options = StartOptions & { readonly features: number; readonly classes: number; readonly bias: boolean };

const networkOf = ({ features, classes, ...rest }: Options): Network => ({
  ...rest,
  layers: [features, classes],
  activation: 'linear',
  outputActivation: 'softmax',
  loss: 'cross_entropy',
  dropout: 0,
  batchNorm: false,
});

export const softmaxClassifier = defineTemplate<Options>({
  id: 'softmax-classifier',
  name: 'Softmax classifier',
  category: 'layers',
  aliases: ['softmax regression', 'multinomial logistic regression', 'classifier'],
  glyph: 'M2.5 4h.1M2.5 12h.1M2.5 4 8 8M2.5 12 8 8M10 13v-2M12 13V4M14 13V9',
  options: {
    features: unitsOption(2, 'Numbers of one example.'),
    classes: unitsOption(3, 'Classes to choose from.'),
    bias: biasOption,
    ...startOptions('zeros'),
  },
  fit: (options, [x]) => ({ ...options, features: x?.at(-1) ?? options.features }),
  counts: (options) => countNetwork(networkOf(options)),
  step: (options, { what, by }) =>
    what === 'units' && options.classes + by >= 1 ? { ...options, classes: options.classes + by } : null,
  build: (options, { lead }) =>
    buildNetwork(networkOf(options), {
      id: 'classifier',
      label: 'Softmax classifier',
      template: { name: 'softmax-classifier', ...options },
      lead,
    }),
  intuition: {
    lead: 'Probability minus target returns.',
    more: 'One layer of scores; softmax and cross-entropy together send back only what each probability lacks.',
  },
  source: 'Bishop, Pattern Recognition and Machine Learning (2006), 4.3.4',
});

import { boolean, number } from '../ops/attributes.ts';
import { defineTemplate } from './define.ts';
import { networkHeir } from './heir.ts';
import { buildNetwork, countNetwork, type Network, steppedLayers } from './network.ts';
import {
  activationOption,
  biasOption,
  lossOption,
  outputActivationOption,
  sizesOption,
  startOptions,
} from './options.ts';

export const mlp = defineTemplate<Network>({
  id: 'mlp',
  name: 'MLP',
  category: 'layers',
  aliases: ['multilayer perceptron', 'network', 'feed-forward', 'deep'],
  glyph:
    'M2.5 5h.1M2.5 11h.1M8 3h.1M8 8h.1M8 13h.1M13.5 8h.1M2.5 5 8 3M2.5 5 8 8M2.5 11 8 8M2.5 11 8 13M8 3l5.5 5M8 8h5.5M8 13l5.5-5',
  options: {
    layers: sizesOption([2, 4, 1], 2),
    activation: activationOption('tanh'),
    outputActivation: outputActivationOption('sigmoid'),
    bias: biasOption,
    loss: lossOption('binary_cross_entropy'),
    dropout: number({
      default: 0,
      min: 0,
      below: 1,
      description: 'Probability that a hidden unit is dropped in training.',
    }),
    batchNorm: boolean({ default: false, description: 'Normalises hidden sums over the batch, in place of the bias.' }),
    ...startOptions('xavier'),
  },
  fit: (options, [x]) => ({ ...options, layers: options.layers.with(0, x?.at(-1) ?? options.layers[0]!) }),
  counts: countNetwork,
  step: (options, step) => {
    const layers = steppedLayers(options.layers, step);
    return layers && { ...options, layers };
  },
  lead: ({ batchNorm }) => (batchNorm ? [4] : [1]),
  build: (options, { lead }) =>
    buildNetwork(options, { id: 'mlp', label: options.layers.join('-'), template: { name: 'mlp', ...options }, lead }),
  heir: (name, from, to) => networkHeir(name, from.layers.length - 1, to.layers.length - 1),
  intuition: {
    lead: 'Layers multiply their slopes.',
    more: 'What reaches the first layer has passed every weight and every activation behind it: factors below 1 make it vanish, factors above 1 explode.',
  },
  source: 'Rumelhart, Hinton & Williams, Nature 323 (1986)',
});

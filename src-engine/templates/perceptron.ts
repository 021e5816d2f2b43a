import { defineTemplate } from './define.ts';
import { addLayer, countLayer, type Layer } from './layer.ts';
import { addLoss } from './loss.ts';
import {
  activationOption,
  biasOption,
  type LossChoice,
  lossOption,
  type StartOptions,
  startOptions,
  unitsOption,
} from './options.ts';
import { createPart, exampleValues } from './part.ts';

type Options = StartOptions & {
  readonly features: number;
  readonly activation: string;
  readonly bias: boolean;
  readonly loss: LossChoice;
};

const layerOf = ({ features, activation, bias, init, scale, seed }: Options): Layer => ({
  mark: '',
  fanIn: features,
  units: 1,
  activation,
  bias,
  init,
  scale,
  seed,
});

export const perceptron = defineTemplate<Options>({
  id: 'perceptron',
  name: 'Perceptron',
  category: 'layers',
  aliases: ['single layer', 'logistic regression', 'linear classifier', 'one unit'],
  glyph: 'M2.5 3.5 7 7M2.5 12.5 7 9M11 8h3M11.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  options: {
    features: unitsOption(2, 'Inputs of the unit.'),
    activation: activationOption('sigmoid'),
    bias: biasOption,
    loss: lossOption('binary_cross_entropy'),
    ...startOptions('normal'),
  },
  fit: (options, [x]) => ({ ...options, features: x?.at(-1) ?? options.features }),
  counts: (options) => countLayer(layerOf(options)),
  build(options, { lead }) {
    const part = createPart();
    const x = part.leaf('x', 'input', exampleValues([...lead, options.features]), { column: 0, row: 0 });
    const template = { name: 'perceptron', ...options };
    const group = part.group(
      { id: 'perceptron', label: 'Perceptron', collapsed: true, template },
      { column: 1, row: 0 },
    );
    const { activation, loss } = options;
    const last = addLayer(part, x, layerOf(options), { group, column: 1, row: 0 });
    const objective = addLoss(part, last, { loss, activation, lead, units: 1 });
    return { ...part, inputs: [x], output: last.output, ...(objective === undefined ? {} : { objective }) };
  },
  intuition: {
    lead: 'One unit draws a line.',
    more: 'The weights point across the boundary and the bias shifts it: AND and OR have such a line, XOR has none.',
  },
  source: 'Rosenblatt, Psychological Review 65 (1958); Minsky & Papert, Perceptrons (1969)',
});

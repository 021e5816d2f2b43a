import { boolean, choice, number } from '../ops/attributes.ts';
import { defineTemplate } from './define.ts';
import { addLayer, countLayer, type Layer } from './layer.ts';
import { biasOption, outputActivations, type StartOptions, startOptions, unitsOption } from './options.ts';
import { createPart, exampleValues } from './part.ts';

type Options = StartOptions & {
  readonly features: number;
  readonly units: number;
  readonly activation: string;
  readonly bias: boolean;
  readonly batchNorm: boolean;
  readonly dropout: number;
};

const layerOf = ({ features, ...rest }: Options): Layer => ({ mark: '', fanIn: features, ...rest });

export const dense = defineTemplate<Options>({
  id: 'dense',
  name: 'Dense',
  category: 'layers',
  aliases: ['linear', 'fully connected', 'layer', 'affine'],
  glyph: 'M4 4h.1M4 8h.1M4 12h.1M12 6h.1M12 10h.1M4 4l8 2-8 2 8 2-8 2',
  options: {
    features: unitsOption(2, 'Numbers that every unit reads.'),
    units: unitsOption(3, 'Units of the layer.'),
    activation: choice(outputActivations, {
      default: 'sigmoid',
      description: 'Function of each unit, applied to its weighted sum.',
    }),
    bias: biasOption,
    batchNorm: boolean({ default: false, description: 'Normalises the sums over the batch, in place of the bias.' }),
    dropout: number({ default: 0, min: 0, below: 1, description: 'Probability that a unit is dropped in training.' }),
    ...startOptions('xavier'),
  },
  fit: (options, [x]) => ({ ...options, features: x?.at(-1) ?? options.features }),
  counts: (options) => countLayer(layerOf(options)),
  step: (options, { what, by }) =>
    what === 'units' && options.units + by >= 1 ? { ...options, units: options.units + by } : null,
  lead: ({ batchNorm }) => (batchNorm ? [4] : [1]),
  build(options, { lead }) {
    const part = createPart();
    const x = part.leaf('x', 'input', exampleValues([...lead, options.features]), { column: 0, row: 0 });
    const template = { name: 'dense', ...options };
    const group = part.group({ id: 'dense', label: 'Dense', collapsed: true, template }, { column: 1, row: 0 });
    const { output } = addLayer(part, x, layerOf(options), { group, column: 1, row: 0 });
    return { ...part, inputs: [x], output };
  },
  intuition: {
    lead: 'A layer is a merged gate.',
    more: 'One matrix product holds the weighted sums of all units; its gradient is an outer product of what came in and what comes back.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.Linear.html; Goodfellow, Bengio & Courville (2016), 6.1',
});

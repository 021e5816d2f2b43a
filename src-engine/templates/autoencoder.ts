import { number } from '../ops/attributes.ts';
import { defineTemplate, type TemplatePart } from './define.ts';
import { addLayer, countLayer, type Layer, sumCounts } from './layer.ts';
import { activationOption, outputActivationOption, type StartOptions, sizesOption, startOptions } from './options.ts';
import { createPart, exampleValues } from './part.ts';

type Options = StartOptions & {
  readonly layers: readonly number[];
  readonly activation: string;
  readonly outputActivation: string;
  readonly noise: number;
};

/** Widths on the way in and out again: 8, 4, 2 becomes 8, 4, 2, 4, 8. */
const mirrored = (layers: readonly number[]): readonly number[] => [...layers, ...layers.toReversed().slice(1)];

function layersOf({ layers, activation, outputActivation, init, scale, seed }: Options): readonly Layer[] {
  const widths = mirrored(layers);
  return widths.slice(1).map((units, index) => ({
    mark: `${index + 1}`,
    fanIn: widths[index]!,
    units,
    activation: index === widths.length - 2 ? outputActivation : activation,
    bias: true,
    init,
    scale,
    seed,
  }));
}

export const autoencoder = defineTemplate<Options>({
  id: 'autoencoder',
  name: 'Autoencoder',
  category: 'layers',
  aliases: ['encoder', 'decoder', 'reconstruction', 'bottleneck', 'denoising'],
  glyph: 'M2.5 3v10L7 10V6ZM13.5 3v10L9 10V6Z',
  options: {
    layers: sizesOption([4, 2], 2),
    activation: activationOption('sigmoid'),
    outputActivation: outputActivationOption('sigmoid'),
    noise: number({
      default: 0,
      min: 0,
      below: 1,
      description: 'Probability that an input is blotted out in training, so that the code must make up for it.',
    }),
    ...startOptions('xavier'),
  },
  fit: (options, [x]) => ({ ...options, layers: options.layers.with(0, x?.at(-1) ?? options.layers[0]!) }),
  counts: (options) => sumCounts(layersOf(options).map(countLayer)),
  build(options, { lead }): TemplatePart {
    const part = createPart();
    const { noise } = options;
    const all = layersOf(options);
    const x = part.leaf('x', 'input', exampleValues([...lead, options.layers[0]!]), { column: 0, row: 0 });
    const template = { name: 'autoencoder', ...options };
    const network = part.group(
      { id: 'autoencoder', label: 'Autoencoder', collapsed: true, template },
      { column: 1, row: 0 },
    );
    let at = x;
    const half = all.length / 2;
    for (const [index, layer] of all.entries()) {
      const column = index < half ? index + 1 : index - half + 2;
      const side = index < half ? 'encoder' : 'decoder';
      if (index === 0 || index === half)
        part.group({ id: side, label: side, collapsed: true, group: network }, { column, row: 0 });
      if (index === 0 && noise > 0)
        at = part.gate('noise', 'dropout', [at], { column, row: 1, group: side }, { p: noise });
      const { mark, fanIn, ...rest } = layer;
      const own = { name: 'dense', features: fanIn, ...rest };
      const group = part.group(
        { id: `layer${mark}`, label: `layer ${mark}`, collapsed: true, group: side, template: own },
        { column, row: 0 },
      );
      at = addLayer(part, at, layer, { group, column, row: 0 }).output;
    }
    const objective = part.gate('L', 'mse_loss', [at, x], { column: 2, row: 1 });
    return { ...part, inputs: [x], output: at, objective };
  },
  intuition: {
    lead: 'A bottleneck must choose.',
    more: 'The input is its own target; the gradient asks every unit of the code what the reconstruction still lacks.',
  },
  source: 'Hinton & Salakhutdinov, Science 313 (2006); Vincent et al., ICML (2008)',
});

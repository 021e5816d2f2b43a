import { defineTemplate } from './define.ts';
import { addLayer, countLayer, type Layer, sumCounts } from './layer.ts';
import { activationOption, type StartOptions, startOptions, unitsOption } from './options.ts';
import { createPart, exampleValues } from './part.ts';

type Options = StartOptions & { readonly features: number; readonly hidden: number; readonly activation: string };

function layersOf({ features, hidden, activation, init, scale, seed }: Options): readonly [Layer, Layer] {
  const common = { bias: true, init, scale, seed };
  return [
    { mark: '1', fanIn: features, units: hidden, activation, ...common },
    { mark: '2', fanIn: hidden, units: features, activation: 'linear', ...common },
  ];
}

export const residualBlock = defineTemplate<Options>({
  id: 'residual-block',
  name: 'Residual block',
  category: 'layers',
  aliases: ['skip connection', 'resnet', 'shortcut'],
  glyph: 'M2 10h3M11 10h3M5 7.5h6v5H5zM3 10V3.5h10V10',
  options: {
    features: unitsOption(4, 'Width of input and output.'),
    hidden: unitsOption(4, 'Units between the two layers.'),
    activation: activationOption('relu'),
    ...startOptions('he'),
  },
  fit: (options, [x]) => ({ ...options, features: x?.at(-1) ?? options.features }),
  counts: (options) => sumCounts(layersOf(options).map(countLayer)),
  build(options, { lead }) {
    const part = createPart();
    const [first, second] = layersOf(options);
    const x = part.leaf('x', 'input', exampleValues([...lead, options.features]), { column: 0, row: 0 });
    const template = { name: 'residual-block', ...options };
    const group = part.group(
      { id: 'residual', label: 'Residual block', collapsed: true, template },
      { column: 1, row: 0 },
    );
    const inner = addLayer(part, x, first, { group, column: 1, row: 1 });
    const outer = addLayer(part, inner.output, second, { group, column: inner.column + 1, row: 1 });
    const y = part.gate('y', 'add', [x, outer.output], { column: outer.column + 1, row: 0, group });
    return { ...part, inputs: [x], output: y };
  },
  intuition: {
    lead: 'A shortcut keeps gradients alive.',
    more: 'The addition hands the gradient on unchanged beside what passes the layers, so no factor below 1 can stop it.',
  },
  source: 'He, Zhang, Ren & Sun, arXiv:1512.03385',
});

import { integer } from '../ops/attributes.ts';
import { drawWeights } from '../random/initializers/draw-weights.ts';
import { initializers } from '../random/initializers/registry.ts';
import { defineTemplate } from './define.ts';
import { noDecay } from './layer.ts';
import { activationOption, biasOption, type StartOptions, startOptions } from './options.ts';
import { createPart, exampleValues, filled } from './part.ts';

type Options = StartOptions & { readonly inputs: number; readonly activation: string; readonly bias: boolean };

export const neuron = defineTemplate<Options>({
  id: 'neuron',
  name: 'Neuron',
  category: 'layers',
  aliases: ['unit', 'weighted sum', 'perceptron gates', 'node'],
  glyph: 'M13.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2 4l4.8 2.6M2 8h4.5M2 12l4.8-2.6',
  options: {
    inputs: integer({ default: 2, min: 1, max: 256, description: 'Numbers it reads, each with a weight of its own.' }),
    activation: activationOption('sigmoid'),
    bias: biasOption,
    ...startOptions('xavier'),
  },
  fit: (options, shapes) => ({ ...options, inputs: Math.max(shapes.length, 1) }),
  counts: ({ inputs, bias }) => ({ connections: inputs, parameters: inputs + (bias ? 1 : 0) }),
  step: (options, { what, by }) =>
    what === 'units' && options.inputs + by >= 1 ? { ...options, inputs: options.inputs + by } : null,
  lead: () => [],
  build(options, { lead }) {
    const { inputs, activation, bias, init, scale, seed } = options;
    const part = createPart();
    const template = { name: 'neuron', ...options };
    const marks = Array.from({ length: inputs }, (_, index) => `${index + 1}`);
    const group = part.group({ id: 'neuron', label: 'Neuron', collapsed: true, template }, { column: 1, row: 0 });
    const examples = exampleValues([inputs]).data;
    const w = drawWeights(initializers.get(init)!, { shape: [inputs, 1], seed, name: 'w', scale }).data;
    const xs = marks.map((mark, index) =>
      part.leaf(`x${mark}`, 'input', filled(lead, examples[index]!), { column: 0, row: index }),
    );
    const terms = marks.map((mark, index) => {
      part.leaf(`w${mark}`, 'parameter', w[index]!, { column: 1, row: 2 * index + 1, group });
      return part.gate(`m${mark}`, 'mul', [xs[index]!, `w${mark}`], { column: 2, row: 2 * index, group });
    });
    if (bias) terms.push(part.leaf('b', 'parameter', 0, { column: 2, row: 2 * inputs - 1, group }, noDecay));
    let output = terms[0]!;
    let column = 2;
    const row = inputs - 1;
    if (terms.length > 1) output = part.gate('z', 'add', terms, { column: ++column, row, group });
    if (activation !== 'linear') output = part.gate('h', activation, [output], { column: ++column, row, group });
    return { ...part, inputs: xs, output };
  },
  intuition: {
    lead: 'A neuron weighs and bends.',
    more: 'Each weight receives its input times the slope of the activation; where that slope is flat, nothing is learned.',
  },
  source: 'McCulloch & Pitts (1943); Stanford CS231n, "Neural Networks Part 1"',
});

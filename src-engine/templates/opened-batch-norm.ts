import { number } from '../ops/attributes.ts';
import { defineTemplate } from './define.ts';
import { noDecay } from './layer.ts';
import { unitsOption } from './options.ts';
import { createPart, exampleValues, filled } from './part.ts';

type Options = { readonly features: number; readonly eps: number };

export const openedBatchNorm = defineTemplate<Options>({
  id: 'opened-batch-norm',
  name: 'Opened batch norm',
  category: 'layers',
  aliases: ['batch normalization gates', 'standardize', 'gamma beta'],
  glyph: 'M4 2.5v11M12 2.5v11M8 2.5v2l2 2-4 3 2 2v2M2 2.5h2M12 13.5h2',
  options: {
    features: unitsOption(3, 'Columns that are normalised, each over the batch.'),
    eps: number({
      default: 1e-5,
      min: 0,
      description: 'Added to the variance, so that equal entries do not divide by zero.',
    }),
  },
  fit: (options, [x]) => ({ ...options, features: x?.at(-1) ?? options.features }),
  counts: ({ features }) => ({ parameters: 2 * features, connections: 0 }),
  lead: () => [4],
  build(options, { lead }) {
    const { features, eps } = options;
    const part = createPart();
    const x = part.leaf('x', 'input', exampleValues([...lead, features]), { column: 0, row: 0 });
    const template = { name: 'opened-batch-norm', ...options };
    const group = part.group(
      { id: 'batch_norm', label: 'batch norm', collapsed: true, template },
      { column: 1, row: 0 },
    );
    const gate = (
      name: string,
      op: string,
      inputs: readonly string[],
      column: number,
      row: number,
      label = name,
      attrs = {},
    ) => part.gate(name, op, inputs, { column, row, label, group }, attrs);
    const dim = lead.map((_, axis) => axis);
    const mu = gate('mu', 'mean', [x], 1, 1, 'μ', { dim });
    const c = gate('c', 'sub', [x, mu], 2, 0, 'x − μ');
    const q = gate('q', 'square', [c], 3, 1, '(x − μ)²');
    const v = gate('v', 'mean', [q], 4, 1, 'σ²', { dim });
    const e = part.leaf('eps', 'constant', eps, { column: 4, row: 2, label: 'ε', group });
    const s = gate('s', 'add', [v, e], 5, 1, 'σ² + ε');
    const r = gate('r', 'sqrt', [s], 6, 1, 'σ');
    const h = gate('h', 'div', [c, r], 7, 0, 'x̂');
    const gamma = part.leaf(
      'gamma',
      'parameter',
      filled([features], 1),
      { column: 7, row: 1, label: 'γ', group },
      noDecay,
    );
    const g = gate('g', 'mul', [h, gamma], 8, 0, 'γ·x̂');
    const beta = part.leaf(
      'beta',
      'parameter',
      filled([features], 0),
      { column: 8, row: 1, label: 'β', group },
      noDecay,
    );
    const y = gate('y', 'add', [g, beta], 9, 0);
    return { ...part, inputs: [x], output: y };
  },
  intuition: {
    lead: 'Three paths lead back to x.',
    more: 'Directly, through the mean and through the variance: the last two take shift and stretch out of the gradient.',
  },
  source: 'Ioffe & Szegedy, arXiv:1502.03167, algorithm 1',
});

import { fail } from '../errors/fail.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { defineDataset } from './define.ts';

const MOST_CLASSES = 1000;

/** One row a sample; a list of numbers is a column. */
const rowsOf = ({ shape }: Tensor) => shape[0] ?? 1;

export const inline = defineDataset({
  id: 'inline',
  name: 'Points in the document',
  category: 'tables',
  description: 'Features and targets written down in the document itself.',
  options: {},
  files: () => [],
  /** One whole number a row, all from 0 to k − 1, are class indices; other targets are real numbers. */
  open(spec, { path }) {
    for (const key of ['features', 'targets'])
      if (!Object.hasOwn(spec, key)) fail('document.missing', { key }, { path });
    const features = parseLiteral(spec['features'], `${path}.features`);
    const targets = parseLiteral(spec['targets'], `${path}.targets`);
    const rows = rowsOf(features);
    if (rows !== rowsOf(targets)) fail('data.rows', { features: rows, targets: rowsOf(targets) }, { path });
    const columns = features.data.length / rows;
    const outputs = targets.data.length / rows;
    const classes = outputs === 1 ? classesOf(targets.data) : null;
    return {
      rows,
      featureNames: Array.from({ length: columns }, (_, column) => `x${column + 1}`),
      features: features.data,
      featureUnit: 1,
      targetNames: outputs === 1 ? ['y'] : Array.from({ length: outputs }, (_, column) => `y${column + 1}`),
      targets: targets.data,
      classes,
      testFrom: rows,
      picture: null,
    };
  },
});

/** Whole numbers from 0 to k − 1, each of them at least once. */
function classesOf(targets: Float64Array): string[] | null {
  const found = new Set(targets);
  for (const target of found) if (!Number.isInteger(target) || target < 0 || target >= found.size) return null;
  return found.size < 2 || found.size > MOST_CLASSES ? null : Array.from(found, (_, index) => `${index}`);
}
